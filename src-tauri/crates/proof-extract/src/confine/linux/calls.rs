//! seccomp: a process gives up all system calls but those that reading needs.

use libc::c_long;
use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule,
};
use std::collections::BTreeMap;
use std::env::consts::ARCH;

/// Refuses, in all threads, every system call that is not listed here, whether it exists today or comes with a later
/// kernel; whether that took. What is refused fails as not permitted, so that a panic can still be reported.
pub(in crate::confine) fn give_up() -> bool {
    program().is_ok_and(|program| seccompiler::apply_filter_all_threads(&program).is_ok())
}

/// Bytes in and out of what is open, memory, waiting, time, chance, signals to oneself, and the end.
const ALLOWED: [c_long; 32] = [
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_close,
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_nanosleep,
    libc::SYS_clock_nanosleep,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_getpid,
    libc::SYS_getppid,
    libc::SYS_gettid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrusage,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

fn program() -> Result<BpfProgram, BackendError> {
    let mut rules: BTreeMap<c_long, Vec<SeccompRule>> =
        ALLOWED.into_iter().map(|call| (call, Vec::new())).collect();
    rules.extend(within_bounds()?);
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    SeccompFilter::new(rules, refused, SeccompAction::Allow, ARCH.try_into()?)?.try_into()
}

/// Calls that are allowed with some arguments only.
fn within_bounds() -> Result<Vec<(c_long, Vec<SeccompRule>)>, BackendError> {
    let executable = u64::from(libc::PROT_EXEC.unsigned_abs());
    let kind = u64::from(libc::MAP_TYPE.unsigned_abs());
    let private = u64::from(libc::MAP_PRIVATE.unsigned_abs());
    let output = || Ok::<_, BackendError>(vec![argument(0, is(1))?, argument(0, is(2))?]);
    let myself = u64::from(std::process::id());
    Ok(vec![
        // To standard output and error alone: the original is open too, and its owner may have opened it to write.
        (libc::SYS_write, output()?),
        (libc::SYS_writev, output()?),
        // No memory that could hold code, and none that is shared, which the limit on memory would not count.
        (libc::SYS_mprotect, vec![argument(2, bits(executable, 0))?]),
        (libc::SYS_mmap, vec![all([(2, bits(executable, 0)), (3, bits(kind, private))])?]),
        (libc::SYS_fcntl, fcntl()?),
        // How a process aborts.
        (libc::SYS_tgkill, vec![argument(0, is(myself))?]),
    ])
}

/// Another descriptor of what is open already, and questions about one.
fn fcntl() -> Result<Vec<SeccompRule>, BackendError> {
    [libc::F_DUPFD_CLOEXEC, libc::F_GETFD, libc::F_GETFL]
        .into_iter()
        .map(|command| argument(1, is(command.unsigned_abs().into())))
        .collect()
}

/// What an argument must be: compared how, and with which value.
type Bound = (SeccompCmpOp, u64);

const fn is(value: u64) -> Bound {
    (SeccompCmpOp::Eq, value)
}

const fn bits(mask: u64, value: u64) -> Bound {
    (SeccompCmpOp::MaskedEq(mask), value)
}

fn argument(index: u8, bound: Bound) -> Result<SeccompRule, BackendError> {
    all([(index, bound)])
}

fn all<const COUNT: usize>(bounds: [(u8, Bound); COUNT]) -> Result<SeccompRule, BackendError> {
    // The kernel looks at the lower half of these arguments only.
    let condition =
        |(index, (compared, value))| SeccompCondition::new(index, SeccompCmpArgLen::Dword, compared, value);
    SeccompRule::new(bounds.into_iter().map(condition).collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nix::errno::Errno;
    use std::backtrace::Backtrace;
    use std::fs::File;
    use std::io::{self, ErrorKind::PermissionDenied, Read, Seek, Write};
    use std::net::{TcpListener, UdpSocket};
    use std::os::unix::net::{UnixDatagram, UnixStream};
    use std::panic::catch_unwind;
    use std::process::Command;
    use std::thread;

    /// The filter alone, on a thread of its own: the rest of this process keeps its calls.
    fn confined<T: Send>(act: impl FnOnce() -> T + Send) -> T {
        thread::scope(|scope| {
            let acting = scope.spawn(|| {
                seccompiler::apply_filter(&program().unwrap()).unwrap();
                act()
            });
            acting.join().unwrap()
        })
    }

    #[test]
    fn nothing_is_opened_joined_or_started() {
        let mut open = tempfile::tempfile().unwrap();
        let refused = confined(|| {
            [
                File::open("/etc/passwd").map(drop),
                std::fs::metadata("/etc/passwd").map(drop),
                open.write_all(b"x"),
                TcpListener::bind("127.0.0.1:0").map(drop),
                UdpSocket::bind("127.0.0.1:0").map(drop),
                UnixStream::pair().map(drop),
                UnixDatagram::unbound().map(drop),
                Command::new("/bin/true").output().map(drop),
                thread::Builder::new().spawn(|| ()).map(drop),
            ]
        });
        for (index, tried) in refused.into_iter().enumerate() {
            assert_eq!(tried.map_err(|error| error.kind()), Err(PermissionDenied), "{index}");
        }
        assert!(File::open("/etc/passwd").is_ok(), "other threads go on");
    }

    /// On a child rather than on the parent: some systems let no process trace its parent, confined or not.
    #[test]
    fn no_other_process_is_traced_or_read_and_no_memory_becomes_a_file() {
        use nix::sys::memfd::{MFdFlags, memfd_create};
        use nix::sys::{ptrace, uio};
        let mut child = Command::new("/bin/sleep").arg("60").spawn().unwrap();
        let other = nix::unistd::Pid::from_raw(child.id().cast_signed());
        let tries = || {
            let mut bytes = [0; 1];
            let from = [uio::RemoteIoVec { base: 0, len: 1 }];
            let read = uio::process_vm_readv(other, &mut [io::IoSliceMut::new(&mut bytes)], &from).map(drop);
            [
                read,
                memfd_create(c"x", MFdFlags::empty()).map(drop),
                ptrace::seize(other, ptrace::Options::empty()),
            ]
        };
        let refused = confined(tries);
        let control = tries();
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(refused, [Err(Errno::EPERM); 3]);
        // Nothing stands at the address that was tried: the call was let through to find that out.
        assert_eq!(control, [Err(Errno::EFAULT), Ok(()), Ok(())]);
    }

    #[test]
    fn what_reading_needs_goes_on() {
        let mut original = tempfile::tempfile().unwrap();
        original.write_all(b"words").unwrap();
        confined(|| {
            let mut again = original.try_clone().unwrap();
            again.rewind().unwrap();
            let mut read = String::new();
            again.read_to_string(&mut read).unwrap();
            assert_eq!(read, "words");
            let mut large = vec![1_u8; 64 << 20];
            large.resize(96 << 20, 2);
            let keys: std::collections::HashMap<usize, u8> =
                large.iter().step_by(4096).copied().enumerate().collect();
            assert_eq!(keys.len(), 24_576);
            thread::sleep(std::time::Duration::from_millis(1));
            assert!(Backtrace::force_capture().to_string().contains('0'));
            assert!(catch_unwind(|| std::panic::resume_unwind(Box::new(1))).is_err());
        });
    }

    #[test]
    fn what_reaches_out_is_not_on_the_list() {
        let reaching = [
            libc::SYS_openat,
            libc::SYS_openat2,
            libc::SYS_socket,
            libc::SYS_socketpair,
            libc::SYS_connect,
            libc::SYS_sendto,
            libc::SYS_sendmsg,
            libc::SYS_execve,
            libc::SYS_execveat,
            libc::SYS_clone,
            libc::SYS_clone3,
            libc::SYS_ptrace,
            libc::SYS_process_vm_readv,
            libc::SYS_process_vm_writev,
            libc::SYS_kill,
            libc::SYS_tkill,
            libc::SYS_pidfd_open,
            libc::SYS_pidfd_getfd,
            libc::SYS_mount,
            libc::SYS_fsopen,
            libc::SYS_unshare,
            libc::SYS_setns,
            libc::SYS_io_uring_setup,
            libc::SYS_bpf,
            libc::SYS_keyctl,
            libc::SYS_userfaultfd,
            libc::SYS_perf_event_open,
            libc::SYS_memfd_create,
            libc::SYS_prctl,
            libc::SYS_prlimit64,
            libc::SYS_ioctl,
            libc::SYS_statx,
            libc::SYS_pwrite64,
            libc::SYS_ftruncate,
        ];
        let bounded: Vec<c_long> = within_bounds().unwrap().into_iter().map(|(call, _)| call).collect();
        for call in reaching {
            assert!(!ALLOWED.contains(&call) && !bounded.contains(&call), "{call}");
        }
    }
}
