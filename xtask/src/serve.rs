//! The demo page, built anew whenever a source changes.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::Result;
use crate::process::run;
use crate::tools::Tools;
use crate::workspace::{dist_dir, web_target_dir};

const DEFAULT_PORT: u16 = 8080;

/// The command: `[--port NUMBER] [--release]`.
pub fn serve(words: &[String]) -> Result {
    let mut port = DEFAULT_PORT;
    let mut release = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--port" => {
                let number = words.next().map(|number| number.parse());
                port = number
                    .and_then(|number| number.ok())
                    .ok_or("--port wants a number from 1 to 65535")?;
            }
            "--release" => release = true,
            _ => {
                return Err(
                    format!("serve knows --port NUMBER and --release, not `{word}`").into(),
                );
            }
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("port {port} cannot be used ({error}); choose another with --port")
    })?;
    let tools = Tools::set_up()?;
    let mut trunk = tools.trunk()?;
    // Trunk wants every folder that it is to ignore to exist.
    fs::create_dir_all(dist_dir())?;
    // Its own folder: what stands in dist/ is always a release build.
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--dist",
    ]);
    trunk.arg(web_target_dir().join("site"));
    if release {
        tools.toolchain.release(&mut trunk, true);
        trunk.arg("--release");
    }
    println!("Building the demo page; the first build takes a few minutes.");
    thread::spawn(move || announce(port));
    run(&mut trunk)
}

/// Prints the address once somebody answers there.
fn announce(port: u16) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    println!("\nThe demo page: http://127.0.0.1:{port}/\n");
}
