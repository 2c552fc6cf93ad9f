//! What the user has chosen for new articles and new claims.

use crate::{
    app::state::State,
    claim::{BUILTIN_SCALES, Scale, Tag, default_scale, shipped_tags},
    storage::settings,
    strings,
};

/// The member of the setting [`settings::REASONS`] that is there when low ratings do not ask for a
/// reason.
pub(in crate::app) const REASONS_OFF: &str = "off";

/// The member of the setting that holds the name of the user who marks claims.
pub(in crate::app) const AUTHOR_NAME: &str = "name";

impl State {
    /// Returns the name that new claims get as their author, if the user has given one.
    pub(in crate::app) fn author(&self) -> Option<String> {
        let name =
            settings::read_text_setting(self.records.setting(settings::AUTHOR)?, AUTHOR_NAME)?;
        Some(name).filter(|name| !name.trim().is_empty())
    }

    /// Returns the custom scales that are saved.
    pub(in crate::app) fn kept_scales(&self) -> Vec<Scale> {
        let kept = self.records.setting(settings::CUSTOM_SCALES).cloned();
        kept.map(settings::read_scales).unwrap_or_default()
    }

    /// Returns the name of the scale that a verdict refers to by its identifier; `None` where no
    /// scale has this identifier, or scales with different names have it.
    pub(in crate::app) fn scale_name(&self, id: &str) -> Option<String> {
        if let Some(shipped) = BUILTIN_SCALES.iter().find(|it| it.id == id) {
            return Some(shipped.label.to_owned());
        }
        let open = self.documents.values().map(|it| it.scale().as_ref().clone());
        let known = self.kept_scales().into_iter().chain([self.scale_of_new()]).chain(open);
        let mut names =
            known.filter(|it| it.id == id).map(|it| strings::scale_name(&it).to_owned());
        let first = names.next()?;
        names.all(|other| other == first).then_some(first)
    }

    /// Returns the scale that new articles get: the one that the user has chosen, or the built-in
    /// default.
    pub(in crate::app) fn scale_of_new(&self) -> Scale {
        let own = self.records.setting(settings::DEFAULT_SCALE_SETTING).cloned();
        own.and_then(settings::read_own_scale).unwrap_or_else(default_scale)
    }

    /// Returns the tags that new articles get: those that the user has chosen, or the built-in
    /// ones.
    pub(in crate::app) fn tags_of_new(&self) -> Vec<Tag> {
        let own = self.records.setting(settings::DEFAULT_TAGS_SETTING).cloned();
        own.and_then(|own| settings::read_tags(own).ok()).unwrap_or_else(shipped_tags)
    }

    /// Returns whether low ratings ask for a reason.
    pub(in crate::app) fn asks_for_reasons(&self) -> bool {
        self.records.setting(settings::REASONS).is_none_or(|kept| !kept.contains_key(REASONS_OFF))
    }
}
