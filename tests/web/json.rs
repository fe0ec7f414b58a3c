use handbill::browser::json::json;
use handbill_core::Node;
use handbill_core::json::{Error, MAX_DEPTH, parse};
use handbill_core::node::Members;
use handbill_core::read::MAX_BYTES;
use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn written(value: &JsValue) -> String {
    json(value).expect("nothing in it throws")
}

fn parsed(text: &str) -> String {
    written(&JSON::parse(text).expect("the text is JSON"))
}

#[wasm_bindgen_test]
fn every_kind_of_value_is_copied() {
    let text = r#"{"name": "\"Öffnung\" \\ مرحبا\n😀", "": "\u0000}", "n": 12, "x": 1.5, "yes": true, "no": null, "list": [1, [], {}]}"#;
    let number = |text: &'static str| Node::Number(text.into());
    let expected = [
        (
            "name".into(),
            Node::String("\"Öffnung\" \\ مرحبا\n😀".into()),
        ),
        // Nothing can be shown of a zero.
        ("".into(), Node::String("\u{fffd}}".into())),
        ("n".into(), number("12")),
        ("x".into(), number("1.5")),
        ("yes".into(), Node::Bool(true)),
        ("no".into(), Node::Null),
        (
            "list".into(),
            Node::Array(vec![
                number("1"),
                Node::Array(vec![]),
                Node::Object(Members::default()),
            ]),
        ),
    ];
    let expected = Node::Object(expected.into_iter().collect());
    assert_eq!(parse(&parsed(text)), Ok(expected));
}

#[wasm_bindgen_test]
fn what_json_cannot_hold_becomes_null() {
    let value = Object::new();
    for (key, member) in [
        ("f", Function::new_no_args("").into()),
        ("u", JsValue::UNDEFINED),
    ] {
        Reflect::set(&value, &key.into(), &member).expect("a plain object takes members");
    }
    let expected = [("f".into(), Node::Null), ("u".into(), Node::Null)];
    let expected = Node::Object(expected.into_iter().collect());
    assert_eq!(parse(&written(&value)), Ok(expected));
}

#[wasm_bindgen_test]
fn depth_has_an_end_and_circles_have_none() {
    let nested = |depth: usize| parsed(&["[".repeat(depth), "]".repeat(depth)].concat());
    assert!(parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(parse(&nested(MAX_DEPTH + 1)), Err(Error::TooDeep));
    let circle = Array::new();
    circle.push(&circle);
    assert_eq!(parse(&written(&circle)), Err(Error::TooDeep));
}

#[wasm_bindgen_test]
fn what_has_no_end_has_one() {
    let pair = Array::new();
    pair.push(&pair);
    pair.push(&pair);
    let endless = Array::new();
    endless.set_length(u32::MAX);
    for value in [pair, endless] {
        let length = written(&value).len();
        assert!((MAX_BYTES..MAX_BYTES + 100).contains(&length), "{length}");
    }
}

#[wasm_bindgen_test]
fn what_throws_is_what_the_error_is() {
    let biting = Function::new_no_args("return { get name() { throw new Error('bitten') } }");
    let biting = biting.call0(&JsValue::NULL).expect("an object");
    let error = json(&biting).expect_err("it bites");
    assert_eq!(Reflect::get(&error, &"message".into()), Ok("bitten".into()));
}
