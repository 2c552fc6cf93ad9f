//! Programs that start others, ended together with all of them.

use std::process::{Child, Command};

/// Makes a command start a group of its own, which whatever it starts joins.
pub(crate) fn of_its_own(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Ends the group that `leader` has started, by force and without warning, and waits for `leader`.
pub(crate) fn kill(leader: &mut Child) {
    let group = format!("-{}", leader.id());
    let ended = Command::new("kill").args(["-KILL", "--", &group]).status();
    if !ended.is_ok_and(|status| status.success()) {
        drop(leader.kill());
    }
    drop(leader.wait());
}
