//! Debian's nginx with `deploy/nginx.conf`, in a folder and on a port of its own.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use anyhow::{Context, Result, bail};

/// What of the configuration is another here: the port, and where the files are.
pub const REPLACED: [&str; 2] = ["listen 80;", "root /srv/www;"];

/// A server that ends when dropped, and its folder with it.
pub struct Nginx {
    address: String,
    folder: PathBuf,
    process: Child,
}

/// What it answered.
pub struct Answer {
    pub status: u16,
    pub length: usize,
    headers: Vec<(String, String)>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The nginx of this machine: the one that `cargo xtask test` names, else one on the search path or at Debian's place.
pub fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let named = env::var_os("NGINX").map(PathBuf::from);
    let on_path = env::split_paths(&path).map(|folder| folder.join("nginx"));
    named
        .into_iter()
        .chain(on_path)
        .chain([PathBuf::from("/usr/sbin/nginx")])
        .find(|program| program.is_file())
}

impl Nginx {
    /// Starts it on a free port of this machine, with the files that `fill` puts into its folder.
    pub fn start(program: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("handbill-nginx-{}-{count}", std::process::id());
        let folder = env::temp_dir().join(name);
        let site = folder.join("site");
        fs::create_dir_all(&site)?;
        fill(&site)?;
        // Whoever else takes the port between these two lines makes nginx fail, which is tried once more.
        let started = Self::run(program, &folder).or_else(|_| Self::run(program, &folder));
        let (process, address) = started?;
        Ok(Self {
            address,
            folder,
            process,
        })
    }

    fn run(program: &Path, folder: &Path) -> Result<(Child, String)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        fs::write(
            folder.join("nginx.conf"),
            configuration(folder, &port.to_string())?,
        )?;
        let log = fs::File::create(folder.join("log.txt"))?;
        let mut process = Command::new(program)
            .arg("-p")
            .arg(folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .arg("-e")
            .arg("stderr")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .context("nginx cannot be started")?;
        let start = Instant::now();
        while TcpStream::connect(port).is_err() {
            if process.try_wait()?.is_some() || start.elapsed() > Duration::from_secs(10) {
                process.kill().ok();
                process.wait().ok();
                bail!("nginx: {}", fs::read_to_string(folder.join("log.txt"))?);
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok((process, format!("http://{port}")))
    }

    /// The address of `path` on this server.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// What it answers to a request with these headers.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .http_status_as_error(false)
                .accept_encoding("")
                .build(),
        );
        let mut request = agent.get(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut answer = request.call().expect("nginx answers");
        let headers = answer.headers().iter();
        let headers = headers
            .map(|(name, value)| {
                (
                    name.to_string(),
                    value.to_str().unwrap_or_default().to_owned(),
                )
            })
            .collect();
        let body = answer.body_mut().read_to_vec().expect("a whole answer");
        Answer {
            status: answer.status().as_u16(),
            length: body.len(),
            headers,
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// The configuration of the repository for this port and folder, in what Debian has around it.
fn configuration(folder: &Path, port: &str) -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/nginx.conf");
    let site = fs::read_to_string(&path).context("deploy/nginx.conf")?;
    let folder = folder.to_str().context("a folder in Unicode")?;
    let [listen, root] = REPLACED;
    let site = site
        .replace(listen, &format!("listen {port};"))
        .replace(root, &format!("root {folder}/site;"));
    // One process: it leaves no other behind when it ends.
    Ok(format!(
        "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n\
         access_log off;\nclient_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\n\
         fastcgi_temp_path {folder}/fastcgi;\nuwsgi_temp_path {folder}/uwsgi;\nscgi_temp_path {folder}/scgi;\n\
         {site}\n}}\n"
    ))
}

/// Copies a folder and all that is in it.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Puts the compressed file beside a file, as the configuration says.
pub fn compress(file: &Path) -> io::Result<()> {
    let status = Command::new("gzip")
        .args(["--keep", "--best"])
        .arg(file)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other("gzip failed"))
    }
}
