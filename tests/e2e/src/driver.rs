//! A driver process, its browser, and their end.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::Engine;
use crate::display::Display;
use crate::session::Session;

const PATIENCE: Duration = Duration::from_secs(10);

/// Waits until its input ends, which it does when the [`Driver`] is dropped and also when the whole
/// test process is killed; then ends the driver's process group and removes its folder.
const UNDERTAKER: &str = r#"cat >/dev/null; kill -KILL "-$1"; rm -rf -- "$2""#;

/// A running driver with a folder of its own; both end with this value, or with the process.
#[derive(Debug)]
pub struct Driver {
    /// Where it listens, such as `http://127.0.0.1:9515`.
    pub address: String,
    /// Its temporary folder, for the browser's profile.
    pub folder: PathBuf,
    /// The driver first; the last one leads the group of them all.
    processes: Vec<Child>,
    undertaker: Child,
}

impl Driver {
    /// Starts the engine's driver in `zone`, which the browser takes for the visitor's.
    pub fn start(engine: Engine, zone: &str) -> Result<Self> {
        // A free port is only free until somebody takes it: one start at a time, and a second try.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        Self::try_start(engine, zone).or_else(|_| Self::try_start(engine, zone))
    }

    fn try_start(engine: Engine, zone: &str) -> Result<Self> {
        let folder = folder();
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Self::start_in(folder.clone(), engine, zone).inspect_err(|_| {
            // Where there was no undertaker yet.
            let _ = fs::remove_dir_all(&folder);
        })
    }

    fn start_in(folder: PathBuf, engine: Engine, zone: &str) -> Result<Self> {
        engine.furnish(&folder)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = engine.driver(port, &folder);
        command
            .env("TZ", zone)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let (processes, undertaker) = if engine.needs_display() {
            let display = Display::start()?;
            let undertaker = undertaker(&display.process, &folder)?;
            command.env("DISPLAY", &display.name);
            let driver = spawn(&mut command, display.process.id())?;
            (vec![driver, display.process], undertaker)
        } else {
            let driver = spawn(&mut command, 0)?;
            let undertaker = undertaker(&driver, &folder)?;
            (vec![driver], undertaker)
        };
        let mut driver = Self {
            address: format!("http://127.0.0.1:{port}"),
            folder,
            processes,
            undertaker,
        };
        driver.wait_until_ready()?;
        Ok(driver)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !Session::is_ready(&self.address) {
            if let Some(status) = self.processes[0].try_wait()? {
                bail!("the driver ended at once with {status}");
            }
            if Instant::now() > deadline {
                bail!("the driver does not answer at {}", self.address);
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.undertaker.stdin.take());
        // The group's number stays ours until its leader is waited for, hence this order.
        let _ = self.undertaker.wait();
        for process in &mut self.processes {
            let _ = process.wait();
        }
    }
}

/// Starts the driver in this process group; 0 is a new one.
fn spawn(driver: &mut Command, group: u32) -> Result<Child> {
    driver
        .process_group(i32::try_from(group).context("no process group has this number")?)
        .spawn()
        .with_context(|| format!("cannot start {}", driver.get_program().display()))
}

fn undertaker(leader: &Child, folder: &Path) -> Result<Child> {
    Command::new("sh")
        .args(["-c", UNDERTAKER, "undertaker", &leader.id().to_string()])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .context("cannot start sh, which ends the browser after the tests")
}

/// A folder that nobody else has.
fn folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("handbill-e2e-{}-{number}", process::id()))
}
