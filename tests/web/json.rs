use handbill_core::Node;
use handbill_core::json::{self, MAX_DEPTH};
use handbill_core::node::Members;
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/src/handbill-source.js")]
extern "C" {
    /// What the script writes for the program.
    pub fn written(document: &JsValue) -> String;
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
    assert_eq!(json::parse(&parsed(text)), Ok(expected));
}

#[wasm_bindgen_test]
fn what_json_cannot_hold_becomes_null() {
    let value = js_sys::Object::new();
    for (key, member) in [
        ("f", js_sys::Function::new_no_args("").into()),
        ("u", JsValue::UNDEFINED),
    ] {
        js_sys::Reflect::set(&value, &key.into(), &member).expect("a plain object takes members");
    }
    let expected = [("f".into(), Node::Null), ("u".into(), Node::Null)];
    let expected = Node::Object(expected.into_iter().collect());
    assert_eq!(json::parse(&written(&value)), Ok(expected));
}

#[wasm_bindgen_test]
fn depth_has_an_end_and_circles_have_none() {
    let nested = |depth: usize| parsed(&["[".repeat(depth), "]".repeat(depth)].concat());
    assert!(json::parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(
        json::parse(&nested(MAX_DEPTH + 1)),
        Err(json::Error::TooDeep)
    );
    let circle = js_sys::Array::new();
    circle.push(&circle);
    assert_eq!(json::parse(&written(&circle)), Err(json::Error::TooDeep));
}
