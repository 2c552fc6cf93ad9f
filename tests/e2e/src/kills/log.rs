//! What happened during a run, for whoever reads its line.

/// What happened during a run, over several starts of a browser.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// The starts of the page, the first one first.
    pub starts: Vec<Start>,
    /// The alerts that starts showed, each once.
    pub alerts: Vec<String>,
    /// What the script could not do, and what else is worth reading.
    pub notes: Vec<String>,
}

/// What happened after a start of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    /// What the start showed; empty if it showed nothing.
    pub shown: String,
    /// The states that the page's line went through, without repetitions.
    pub states: Vec<String>,
}

impl Log {
    /// From now on what is logged belongs to the next start.
    pub(super) fn begin(&mut self) {
        self.starts.push(Start::default());
    }

    /// Logs what the start showed.
    pub(super) fn show(&mut self, shown: String) {
        if let Some(start) = self.starts.last_mut() {
            start.shown = shown;
        }
    }

    /// Logs what the line says now.
    pub(super) fn line(&mut self, state: &str) {
        let Some(Start { states, .. }) = self.starts.last_mut() else { return };
        // Each change goes through "saving", which says nothing if the line comes back from it.
        if let [.., before, saving] = states.as_slice()
            && saving == "saving"
            && before == state
        {
            states.pop();
        }
        if states.last().is_none_or(|last| last != state) {
            states.push(state.to_owned());
        }
    }

    /// Logs alerts, unless an earlier start showed them too.
    pub(super) fn alert(&mut self, alerts: Vec<String>) {
        for alert in alerts {
            if !self.alerts.contains(&alert) {
                self.alerts.push(alert);
            }
        }
    }

    /// Logs something else.
    pub(super) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

#[cfg(test)]
mod tests {
    use super::Log;

    #[track_caller]
    fn check(said: &str, logged: &str) {
        let mut log = Log::default();
        log.begin();
        said.split(' ').for_each(|state| log.line(state));
        let states = log.starts.first().map(|start| start.states.join(" "));
        assert_eq!(states.as_deref(), Some(logged));
    }

    #[test]
    fn a_line_is_logged_without_repetitions() {
        check("saved saving saved saving saved", "saved");
        check("saved saving unsaved unsaved saving unsaved", "saved saving unsaved");
        check("saved saving unsaved saved saving", "saved saving unsaved saved saving");
    }
}
