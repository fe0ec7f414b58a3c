//! A display that nobody looks at, for browsers that cannot do without one.

use std::env;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A running Xvfb, which leads a process group of its own; whoever starts it ends the group.
#[derive(Debug)]
pub struct Display {
    /// For the environment, such as `:1`.
    pub name: String,
    /// Xvfb.
    pub process: Child,
}

impl Display {
    /// Starts one on the first free number.
    pub fn start() -> Result<Self> {
        let program = env::var_os("XVFB").unwrap_or_else(|| "Xvfb".into());
        let mut process = Command::new(&program)
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0", "1920x2400x24"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start {}; is it installed?", program.display()))?;
        let mut number = String::new();
        if let Some(output) = &mut process.stdout {
            BufReader::new(output)
                .read_line(&mut number)
                .context("the display does not say its number")?;
        }
        let number = number.trim();
        ensure!(!number.is_empty(), "the display ended at once");
        Ok(Self {
            name: format!(":{number}"),
            process,
        })
    }
}
