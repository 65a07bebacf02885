//! Ways out of a worker, each tried by what a program would use for it.

use rustix::process::{
    PidfdFlags, Resource, Rlimit, Signal, getppid, kill_process, pidfd_open, setrlimit, test_kill_process,
};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::fd::AsFd;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::{SocketAddr, UnixDatagram, UnixStream};
use std::path::Path;
use std::process::Command;

/// Tries every way, and reports on a line each: `NAME: done`, or `NAME: ` and why not. `aims` is a folder that holds a
/// file `secret` and a socket `socket`, a space, and the address of a TCP listener.
pub fn report(aims: &str) -> String {
    let Some((folder, listener)) = aims.rsplit_once(' ') else { return String::new() };
    let folder = Path::new(folder);
    WAYS.iter()
        .map(|(name, way)| match way(folder, listener) {
            Ok(()) => format!("{name}: done\n"),
            Err(error) => format!("{name}: {:?}\n", error.kind()),
        })
        .collect()
}

type Way = fn(&Path, &str) -> io::Result<()>;

const WAYS: [(&str, Way); 33] = [
    ("connect by TCP", |_, listener| TcpStream::connect(listener).map(drop)),
    ("listen by TCP", |_, _| TcpListener::bind("127.0.0.1:0").map(drop)),
    ("send by UDP", |_, listener| UdpSocket::bind("127.0.0.1:0")?.send_to(b"x", listener).map(drop)),
    ("make a pair of sockets", |_, _| UnixStream::pair().map(drop)),
    ("make a datagram socket", |_, _| UnixDatagram::unbound().map(drop)),
    ("connect to a socket in a folder", |folder, _| UnixStream::connect(folder.join("socket")).map(drop)),
    ("connect to an abstract socket", |folder, _| {
        let address = SocketAddr::from_abstract_name(folder.as_os_str().as_encoded_bytes())?;
        UnixStream::connect_addr(&address).map(drop)
    }),
    ("read the list of users", |_, _| read("/etc/passwd".as_ref())),
    ("read a file of the user", |folder, _| read(&folder.join("secret"))),
    ("look at a file of the user", |folder, _| fs::metadata(folder.join("secret")).map(drop)),
    ("list a folder", |folder, _| fs::read_dir(folder).map(drop)),
    ("read its own environment", |_, _| read("/proc/self/environ".as_ref())),
    ("read its own program", |_, _| read("/proc/self/exe".as_ref())),
    ("read its parent's environment", |_, _| read(format!("/proc/{}/environ", parent()?).as_ref())),
    ("write a file", |folder, _| fs::write(folder.join("new"), "x")),
    ("write a temporary file", |folder, _| {
        let name = format!("{}-escaped", folder.file_name().unwrap_or_default().display());
        let path = std::env::temp_dir().join(name);
        fs::write(&path, "x")?;
        fs::remove_file(path)
    }),
    ("write over a file", |folder, _| fs::write(folder.join("secret"), "x")),
    ("add to a file", |folder, _| {
        OpenOptions::new().append(true).open(folder.join("secret"))?.write_all(b"x")
    }),
    ("write to the document", |_, _| File::from(io::stdin().as_fd().try_clone_to_owned()?).write_all(b"x")),
    ("shorten the document", |_, _| File::from(io::stdin().as_fd().try_clone_to_owned()?).set_len(1)),
    ("make a folder", |folder, _| fs::create_dir(folder.join("made"))),
    ("make a symbolic link", |folder, _| symlink("secret", folder.join("link"))),
    ("make a hard link", |folder, _| fs::hard_link(folder.join("secret"), folder.join("hard"))),
    ("rename a file", |folder, _| fs::rename(folder.join("hard"), folder.join("moved"))),
    ("remove a file", |folder, _| fs::remove_file(folder.join("moved"))),
    ("change who may read a file", |folder, _| {
        fs::set_permissions(folder.join("secret"), fs::Permissions::from_mode(0o644))
    }),
    ("change folder", |_, _| std::env::set_current_dir("/")),
    ("start a program", |_, _| Command::new("/bin/true").status().map(drop)),
    ("start itself again", |_, _| Command::new("/proc/self/exe").arg("exit").output().map(drop)),
    ("see whether its parent lives", |_, _| Ok(test_kill_process(parent_id()?)?)),
    ("signal its parent", |_, _| Ok(kill_process(parent_id()?, Signal::WINCH)?)),
    ("take hold of its parent", |_, _| Ok(pidfd_open(parent_id()?, PidfdFlags::empty()).map(drop)?)),
    ("change its limits", |_, _| {
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        Ok(setrlimit(Resource::Core, none)?)
    }),
];

fn read(path: &Path) -> io::Result<()> {
    File::open(path)?.read(&mut [0; 16]).map(drop)
}

fn parent_id() -> io::Result<rustix::process::Pid> {
    getppid().ok_or_else(|| io::ErrorKind::PermissionDenied.into())
}

fn parent() -> io::Result<String> {
    Ok(parent_id()?.as_raw_nonzero().to_string())
}
