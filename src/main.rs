//! The program that the browser runs.
fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"Handbill"</p> });
}
