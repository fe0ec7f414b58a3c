use handbill::ui::elements::people::{COMMA, joined};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn commas_are_those_of_the_script_before_them() {
    for (parts, expected) in [
        (["Köln", "Rue é"], "Köln, Rue é"),
        (["Ж", "Б"], "Ж, Б"),
        (["قاعة", "١"], "قاعة، ١"),
        (["ڜ", "a"], "ڜ، a"),
        (["土の間", "京都"], "土の間，京都"),
        (["「土」", "a"], "「土」，a"),
        (["ก", "ข"], "ก, ข"),
        (["한", "국"], "한, 국"),
        (["😀", "a"], "😀, a"),
    ] {
        assert_eq!(joined(&parts.map(Some), COMMA), expected);
    }
}
