//! No document reaches the network: counted in a network namespace of its own, whose only way out is a sink.
//!
//! The test calls itself again inside such a namespace. Where the system gives none (no right to it, not Linux) it says
//! so and counts nothing.

use anyhow::{Context, Result, bail, ensure};
use proof_testkit::pdf_of_objects;
use proofline_tests::{proofline, root};
use std::{
    env, fs,
    net::{TcpStream, ToSocketAddrs, UdpSocket},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    library::Sample,
    reading::{open_document, titles},
    window::{Opening, Theme, drive_for},
};

/// Set inside the namespace.
const INSIDE: &str = "PROOFLINE_SINK";
/// A library whose web pages, e-mails and PDFs are all opened, in place of the sample's.
const LIBRARY: &str = "PROOFLINE_NETWORK_LIBRARY";
/// The network's only interface beside the loopback: what goes out by it is lost, and counted.
const SINK: &str = "sink0";
/// What the pages that phone home name.
const ADDRESS: &str = "10.99.0.9";
const HOST: &str = "sink.proofline.example";
/// How long what was opened last is given to reach out.
const LINGER: Duration = Duration::from_secs(2);

/// How long a bare web view may take to open and to ask for what its page names.
const OPENS: Duration = Duration::from_mins(1);

/// What makes the sink: one way out, no neighbours to be asked for, no IPv6 that announces itself, and names that are looked
/// up beyond it.
const NAMESPACE: &str = r#"
set -e
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 2>/dev/null || true
ip link set lo up
ip link add sink0 type veth peer name drain0
ip link set drain0 up
ip link set sink0 arp off
ip address add 10.99.0.1/24 dev sink0
ip link set sink0 up
ip route add default dev sink0
mount --bind "$1" /etc/resolv.conf
shift
exec "$@"
"#;

#[test]
fn no_document_reaches_the_network() -> Result<()> {
    if env::var_os(INSIDE).is_some() { inside() } else { outside() }
}

/// Calls this test again where nothing but the sink can be reached.
#[allow(clippy::print_stderr, reason = "that nothing was counted has to be said")]
fn outside() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let names = folder.path().join("resolv.conf");
    fs::write(&names, format!("nameserver {ADDRESS}\noptions timeout:1 attempts:1\n"))?;
    if !made_by(&names, &["true".as_ref()])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
    {
        eprintln!("not counted: this system gives no network namespace (unshare, ip and the right to them)");
        return Ok(());
    }
    let test = env::current_exe()?;
    let again = ["network::no_document_reaches_the_network", "--exact", "--nocapture", "--test-threads=1"];
    let words: Vec<&Path> = [test.as_path()].into_iter().chain(again.iter().map(Path::new)).collect();
    let status = made_by(&names, &words).env(INSIDE, SINK).status()?;
    ensure!(status.success(), "inside the namespace: {status}; what it said is above");
    Ok(())
}

/// A command inside a namespace whose names are looked up as `names` says.
fn made_by(names: &Path, words: &[&Path]) -> Command {
    let mut command = Command::new("unshare");
    if !is_root() {
        command.arg("--map-root-user");
    }
    command.args(["--net", "--mount", "sh", "-c", NAMESPACE, "sh"]).arg(names).args(words);
    command
}

fn is_root() -> bool {
    fs::read_to_string("/proc/self/status").is_ok_and(|status| {
        status.lines().any(|line| line.starts_with("Uid:") && line.split_whitespace().nth(1) == Some("0"))
    })
}

#[allow(clippy::print_stderr, reason = "the counts are the answer")]
fn inside() -> Result<()> {
    controls()?;
    let given = env::var_os(LIBRARY).map(PathBuf::from);
    let sample = Sample::copy()?;
    let library = given.clone().unwrap_or_else(|| sample.path());
    if given.is_none() {
        import_traps(&library)?;
    }
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: (1440, 900) };
    let documents = titles(&library)?;
    ensure!(!documents.is_empty(), "the library has no web page, e-mail or PDF");
    let before = sent()?;
    drive_for(Duration::from_hours(1), "network", &opening, async |window| {
        for (at, (id, title)) in documents.iter().enumerate() {
            let opened = open_document(window, title).await.with_context(|| format!("{title} ({id})"));
            match opened {
                // Among the documents of others there are some that nothing draws in time.
                Err(error) if given.is_some() => eprintln!("not drawn: {error:#}"),
                opened => opened?,
            }
            let now = sent()?;
            ensure!(now == before, "{} packets went out while “{title}” was opened", now - before);
            if at % 50 == 49 {
                eprintln!("{} of {} opened", at + 1, documents.len());
            }
        }
        thread::sleep(LINGER);
        Ok(())
    })?;
    let packets = sent()? - before;
    eprintln!("{} documents opened, {packets} packets sent", documents.len());
    ensure!(packets == 0, "{packets} packets were sent");
    controls()
}

/// That the sink sees what goes out: a datagram, a connection, a name that is looked up, and a web view that shows the page
/// that phones home without any of our care.
#[allow(clippy::print_stderr, reason = "the counts are the answer")]
fn controls() -> Result<()> {
    let counted = |what: &str, act: &dyn Fn()| -> Result<()> {
        let before = sent()?;
        act();
        let packets = sent()? - before;
        eprintln!("control: {what}: {packets} packets");
        ensure!(packets > 0, "the sink did not see {what}");
        Ok(())
    };
    counted("a datagram", &|| {
        UdpSocket::bind("0.0.0.0:0").and_then(|socket| socket.send_to(b"x", (ADDRESS, 9))).ok();
    })?;
    counted("a connection", &|| {
        let address = format!("{ADDRESS}:80").parse().ok();
        address.and_then(|address| TcpStream::connect_timeout(&address, Duration::from_millis(300)).ok());
    })?;
    counted("a name", &|| {
        (HOST, 80).to_socket_addrs().ok();
    })?;
    let browser = Path::new("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
    if !browser.is_file() {
        eprintln!("control: no bare web view is installed");
        return Ok(());
    }
    let screen = xtask::screen::Screen::open(800, 600)?;
    let page = format!("file://{}", trap("phone_home.html").display());
    let mut shown = screen.show(&mut Command::new(browser)).arg(page).spawn()?;
    // It takes its time to open on a busy machine.
    let before = sent()?;
    let result = counted("a bare web view", &|| {
        let start = Instant::now();
        while start.elapsed() < OPENS && sent().is_ok_and(|now| now == before) {
            thread::sleep(Duration::from_millis(200));
        }
    });
    shown.kill().and_then(|()| shown.wait()).ok();
    result
}

/// Packets that went out by the sink.
fn sent() -> Result<u64> {
    let table = fs::read_to_string("/proc/self/net/dev")?;
    let line = table.lines().find_map(|line| line.trim().strip_prefix("sink0:"));
    let number = line.and_then(|line| line.split_whitespace().nth(9));
    number.context("there is no sink")?.parse().context("the sink does not count")
}

fn trap(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// Imports the page that phones home in every way known to us, as a page, as an e-mail and as a PDF.
fn import_traps(library: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = fs::read_to_string(trap("phone_home.html"))?;
    let mail = format!(
        "From: a@{HOST}\r\nTo: b@{HOST}\r\nSubject: Phone home\r\nDate: Thu, 24 Jun 2021 10:30:00 +0200\r\n\
         List-Unsubscribe: <http://{ADDRESS}/list>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\
         Content-Base: http://{ADDRESS}/base/\r\nContent-Location: http://{ADDRESS}/location\r\n\r\n{page}"
    );
    for (name, bytes) in [
        ("phone_home.html", page.into_bytes()),
        ("phone_home.eml", mail.into_bytes()),
        ("phone_home.pdf", pdf_that_phones_home()),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes)?;
        let done = proofline().arg("--library").arg(library).arg("import").arg(&path).output()?;
        if !done.status.success() {
            bail!("{name} is not imported: {}", String::from_utf8_lossy(&done.stderr));
        }
    }
    Ok(())
}

/// A PDF with every action and every reference that can leave it (ISO 32000-1: 7.11, 12.6, 12.7, XFA).
fn pdf_that_phones_home() -> Vec<u8> {
    let url = |name: &str| format!("http://{ADDRESS}/{name}");
    let action = |kind: &str, rest: String| format!("<< /S /{kind} {rest} >>");
    let file = |name: &str| format!("<< /Type /Filespec /FS /URL /F ({}) >>", url(name));
    let actions = [
        action("URI", format!("/URI ({})", url("uri"))),
        action(
            "JavaScript",
            format!("/JS (app.launchURL\\('{}'\\); this.getURL\\('{}'\\);)", url("js"), url("geturl")),
        ),
        action("GoToR", format!("/F {} /D [0 /Fit]", file("gotor"))),
        action("GoToE", format!("/F {} /D [0 /Fit]", file("gotoe"))),
        action("Launch", format!("/F {}", file("launch"))),
        action("SubmitForm", format!("/F {} /Flags 4", file("submit"))),
        action("ImportData", format!("/F {}", file("import"))),
        action(
            "Rendition",
            format!("/R << /S /MR /C << /S /MCD /D {} >> >> /OP 0 /AN 9 0 R", file("rendition")),
        ),
        action("Sound", format!("/Sound << /F {} >>", file("sound"))),
        action("Movie", String::new()),
    ];
    let chain = actions.join(" ");
    let xfa = format!(
        "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><template xmlns=\"http://www.xfa.org/schema/xfa-template/3.3/\">\
         <subform><event activity=\"initialize\"><script contentType=\"application/x-javascript\">\
         xfa.host.gotoURL(\"{}\")</script></event><draw><value><image href=\"{}\"/></value></draw></subform>\
         </template></xdp:xdp>",
        url("xfa"),
        url("xfa.png")
    );
    let words = "BT /F1 12 Tf 72 720 Td (Phone home from a PDF) Tj ET /Im1 Do";
    pdf_of_objects(&[
        format!(
            "<< /Type /Catalog /Pages 2 0 R /OpenAction {} /AA << /WC {} >> /URI << /Base ({}) >> \
             /AcroForm << /Fields [9 0 R] /XFA 7 0 R /NeedAppearances true >> \
             /Names << /JavaScript << /Names [(a) {}] >> /EmbeddedFiles << /Names [(b) {}] >> >> >>",
            actions[1].replace(" >>", &format!(" /Next [{chain}] >>")),
            actions[0],
            url("base/"),
            actions[1],
            file("embedded"),
        ),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /AA << /O {} /C {} >> \
             /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> /Annots [8 0 R 9 0 R] >>",
            actions[1], actions[0]
        ),
        format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len()),
        "<< /Type /Font /Subtype /TrueType /BaseFont /Remote /Encoding /WinAnsiEncoding /FontDescriptor \
         << /Type /FontDescriptor /FontName /Remote /Flags 32 /FontFile2 10 0 R >> >>"
            .to_owned(),
        format!(
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray \
             /F {} /Length 0 >>\nstream\n\nendstream",
            file("image")
        ),
        format!("<< /Length {} >>\nstream\n{xfa}\nendstream", xfa.len()),
        format!("<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A {} /PA {} >>", actions[0], actions[0]),
        format!(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /Rect [72 600 300 620] /AA << /PV {} /F {} /K {} >> >>",
            actions[0], actions[1], actions[5]
        ),
        format!("<< /F {} /Length 0 >>\nstream\n\nendstream", file("font")),
    ])
}
