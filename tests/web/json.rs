use handbill::browser::json::node;
use handbill_core::Node;
use handbill_core::node::MAX_DEPTH;
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn parsed(text: &str) -> Option<Node> {
    node(&JSON::parse(text).expect("the text is JSON"))
}

#[wasm_bindgen_test]
fn every_kind_of_value_is_copied() {
    let text = r#"{"name": "Öffnung \u0000 مرحبا", "n": 12, "x": 1.5, "yes": true, "no": null, "list": [1, [], {}]}"#;
    let number = |text: &str| Node::Number(text.into());
    let expected = Node::Map(vec![
        ("name".into(), Node::Text("Öffnung \u{0} مرحبا".into())),
        ("n".into(), number("12")),
        ("x".into(), number("1.5")),
        ("yes".into(), Node::Bool(true)),
        ("no".into(), Node::Null),
        (
            "list".into(),
            Node::List(vec![number("1"), Node::List(vec![]), Node::Map(vec![])]),
        ),
    ]);
    assert_eq!(parsed(text), Some(expected));
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
    let expected = Node::Map(vec![("f".into(), Node::Null), ("u".into(), Node::Null)]);
    assert_eq!(node(&value), Some(expected));
}

#[wasm_bindgen_test]
fn depth_has_an_end_and_circles_have_none() {
    let nested = |depth: usize| parsed(&["[".repeat(depth), "]".repeat(depth)].concat());
    assert!(nested(MAX_DEPTH).is_some());
    assert!(nested(MAX_DEPTH + 1).is_none());
    let circle = js_sys::Array::new();
    circle.push(&circle);
    assert_eq!(node(&circle), None);
}
