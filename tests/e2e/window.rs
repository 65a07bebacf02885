//! A real window, driven through the `WebDriver` protocol.

use anyhow::{Context, Result, anyhow, bail, ensure};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use proofline_tests::profile_folder;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use tokio::time::{sleep, timeout};
use xtask::place;
use xtask::screen::Screen;

/// The system's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// What is opened.
#[derive(Debug)]
pub struct Opening<'a> {
    /// The library's folder, or none for the first run.
    pub library: Option<&'a Path>,
    pub theme: Theme,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

/// The open window.
pub struct Window {
    client: Client,
    screen: Screen,
}

/// How long the window may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a whole journey may take.
const LONGEST: Duration = Duration::from_mins(3);
/// How long a picture waits for what is still moving.
const REST: Duration = Duration::from_millis(400);
const PAUSE: Duration = Duration::from_millis(50);

/// Opens a window, makes the journey and closes it. Where the journey fails, its last sight is kept as
/// `target/screenshots/failed-NAME.png`.
pub fn drive(
    name: &str,
    opening: &Opening<'_>,
    journey: impl AsyncFnOnce(&Window) -> Result<()>,
) -> Result<()> {
    drive_for(LONGEST, name, opening, journey)
}

/// As [`drive`], for a journey that may take as long as `longest`.
pub fn drive_for(
    longest: Duration,
    name: &str,
    opening: &Opening<'_>,
    journey: impl AsyncFnOnce(&Window) -> Result<()>,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let answer = runtime.block_on(async {
        let home = tempfile::tempdir()?;
        let screen = Screen::open(opening.size.0, opening.size.1)?;
        let driver = Driver::start(home.path(), opening.theme, &screen)?;
        let window = Window { client: driver.open(opening).await?, screen };
        let way = async {
            window.fit(opening.size).await?;
            journey(&window).await
        };
        let answer = timeout(longest, way).await.unwrap_or_else(|_| bail!("it takes more than {longest:?}"));
        if answer.is_err() {
            // The journey's own error says more than one of the camera.
            let _ = window.screenshot(&format!("failed-{name}")).await;
        }
        // A window that does not close is ended with its driver.
        let _ = timeout(PATIENCE, window.client.close()).await;
        answer
    });
    answer.with_context(|| format!("the journey `{name}` failed"))
}

/// The words of an element, with single spaces between them. The driver's own measure of text leaves out what it believes to
/// be out of sight, which it does of rows that are moved into place.
pub async fn text(element: &Element) -> Result<String> {
    let content = element.prop("textContent").await?.unwrap_or_default();
    Ok(content.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Window {
    /// The first element with that test id, once there is one.
    pub async fn find(&self, id: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE).every(PAUSE);
        let found = wait.for_element(Locator::Css(&format!("[data-testid='{id}']"))).await;
        found.with_context(|| format!("the window does not show {id}"))
    }

    /// The first element with that test id whose text holds `words`, once there is one.
    pub async fn find_with(&self, id: &str, words: &str) -> Result<Element> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            for element in self.all(id).await? {
                // An element may be redrawn while it is being read.
                if text(&element).await.is_ok_and(|text| text.contains(words)) {
                    return Ok(element);
                }
            }
            sleep(PAUSE).await;
        }
        bail!("no {id} shows `{words}`")
    }

    /// Every element with that test id, once there is one.
    pub async fn find_all(&self, id: &str) -> Result<Vec<Element>> {
        self.find(id).await?;
        self.all(id).await
    }

    /// Every element that now has that test id.
    async fn all(&self, id: &str) -> Result<Vec<Element>> {
        Ok(self.client.find_all(Locator::Css(&format!("[data-testid='{id}']"))).await?)
    }

    /// Waits until no element with that test id shows `words`.
    pub async fn gone(&self, id: &str, words: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let mut seen = false;
            for element in self.all(id).await? {
                seen |= text(&element).await.is_ok_and(|text| text.contains(words));
            }
            if !seen {
                return Ok(());
            }
            sleep(PAUSE).await;
        }
        bail!("{id} still shows `{words}`")
    }

    /// Waits until elements with that test id are there and all of them show `words`.
    pub async fn gone_other_than(&self, id: &str, words: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let mut others = false;
            let all = self.all(id).await?;
            for element in &all {
                others |= !text(element).await.is_ok_and(|text| text.contains(words));
            }
            if !all.is_empty() && !others {
                return Ok(());
            }
            sleep(PAUSE).await;
        }
        bail!("{id} shows more than `{words}`")
    }

    /// Clicks on the first element with that test id.
    pub async fn click(&self, id: &str) -> Result<()> {
        self.find(id).await?.click().await.with_context(|| format!("{id} cannot be clicked"))
    }

    /// Types into whatever has the focus.
    pub async fn type_keys(&self, keys: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            match self.client.active_element().await?.send_keys(keys).await {
                // What had the focus may be redrawn before the keys reach it: none of them was typed then.
                Err(error) if error.to_string().contains("was not found") && start.elapsed() < PATIENCE => {
                    sleep(PAUSE).await;
                }
                typed => return Ok(typed?),
            }
        }
    }

    /// Types `keys` while another key is held down.
    pub async fn press_with(&self, held: Key, keys: &str) -> Result<()> {
        let release = char::from(Key::Null);
        self.type_keys(&format!("{}{keys}{release}", char::from(held))).await
    }

    /// Writes what the display shows to `target/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        // What the page holds is drawn a frame later.
        self.script_later(
            "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));",
        )
        .await?;
        sleep(REST).await;
        self.screen.picture()?.save(&place::target().join(format!("screenshots/{name}.png")))
    }

    /// What a script answers; `arguments` are its `arguments`.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// What a script answers inside the frame of the document on screen; `arguments` are its `arguments`. What it answers
    /// with may be a promise.
    pub async fn frame_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let frame = self.find("reader").await?;
        frame.enter_frame().await?;
        let answer = self.client.execute(script, arguments).await;
        self.client.enter_parent_frame().await?;
        Ok(answer?)
    }

    /// What a script hands to the function that is the last of its `arguments`.
    pub async fn script_later(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute_async(script, vec![]).await?)
    }

    /// Gives the page that many pixels, and waits until it has them.
    async fn fit(&self, (width, height): (u32, u32)) -> Result<()> {
        let size = json!([width, height]);
        // WebKit waits for ever for a change of size where there is none.
        if self.size().await? != size {
            self.client.set_window_rect(0, 0, width, height).await?;
        }
        let start = Instant::now();
        while self.size().await? != size {
            ensure!(start.elapsed() < PATIENCE, "the page is {}, not {size}", self.size().await?);
            sleep(PAUSE).await;
        }
        Ok(())
    }

    async fn size(&self) -> Result<Value> {
        self.script("return [innerWidth, innerHeight]", vec![]).await
    }
}

/// A running `WebKitWebDriver`, ended with its window when dropped.
struct Driver {
    server: Child,
    port: u16,
    ready: Receiver<()>,
}

/// What the window's program prints once its page is drawn.
const READY: &str = "proofline: window ready";

impl Driver {
    /// Starts one whose windows keep their settings and data below `home`.
    fn start(home: &Path, theme: Theme, screen: &Screen) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let colours = if theme == Theme::Dark { "Adwaita:dark" } else { "Adwaita" };
        let mut command = Command::new("WebKitWebDriver");
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(name, home.join(folder));
        }
        let mut server = screen
            .show(&mut command)
            .args([format!("--port={port}"), "--host=127.0.0.1".into()])
            // Tauri lets a driver in only where this is set.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GTK_THEME", colours)
            .stdout(Stdio::piped())
            .spawn()
            .context(
                "WebKitWebDriver cannot be started; on Debian and Ubuntu it is in `webkit2gtk-driver`",
            )?;
        let ready = listen(&mut server)?;
        Ok(Self { server, port, ready })
    }

    /// Opens a window and waits until its page is drawn: WebKit loses a script that meets the page while it loads.
    async fn open(&self, opening: &Opening<'_>) -> Result<Client> {
        let client = self.connect(opening).await?;
        let start = Instant::now();
        while self.ready.try_recv().is_err() {
            ensure!(start.elapsed() < PATIENCE, "the window does not report that it is drawn");
            sleep(PAUSE).await;
        }
        Ok(client)
    }

    async fn connect(&self, opening: &Opening<'_>) -> Result<Client> {
        let capabilities = capabilities(opening)?;
        let address = format!("http://127.0.0.1:{}", self.port);
        let start = Instant::now();
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&address).await {
                Ok(client) => return Ok(client),
                // The driver takes a moment to listen.
                Err(error) if start.elapsed() > PATIENCE => {
                    return Err(anyhow!(error).context("no window opens"));
                }
                Err(_) => sleep(PAUSE).await,
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The window is the driver's child; nothing is left to do where both have ended.
        let id = self.server.id();
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        for child in children.split_whitespace() {
            let _ = Command::new("kill").arg(child).stderr(Stdio::null()).status();
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Signals when the window, which prints to its driver's output, says that it is ready.
fn listen(server: &mut Child) -> Result<Receiver<()>> {
    let output = server.stdout.take().context("the driver's output is not at hand")?;
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if line == READY {
                // Nobody waits any more once the time is up.
                let _ = sender.send(());
            }
        }
    });
    Ok(receiver)
}

fn capabilities(opening: &Opening<'_>) -> Result<Capabilities> {
    let application = desktop();
    let remedy = "`cargo xtask test --only window` builds it";
    ensure!(application.is_file(), "{} is not built; {remedy}", application.display());
    let library = opening.library.map(|folder| folder.to_string_lossy().into_owned());
    let arguments: Vec<String> =
        library.into_iter().flat_map(|folder| ["--library".into(), folder]).collect();
    let options = json!({"binary": application, "args": arguments});
    Ok(Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]))
}

/// The window's program.
fn desktop() -> PathBuf {
    std::env::var_os("PROOFLINE_DESKTOP")
        .map_or_else(|| profile_folder().join("proofline-desktop"), PathBuf::from)
}
