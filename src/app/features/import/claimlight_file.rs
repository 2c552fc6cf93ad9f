//! Adding the article of a Claimlight file. This never replaces work: where the article is here
//! with other work on it, the file opens as a copy.

use crate::{
    app::{
        Effect,
        features::import::model::Import,
        state::{Ctx, new_document},
    },
    document::Document,
    id::ArticleId,
    import::{ParsedArticle, read_article_lines},
    storage::is_equivalent,
    strings,
};

impl Import {
    /// Adds an article from a Claimlight file. If the same article is here already, the result
    /// depends on the work on it: with the same work, it is shown; without any work, as with the
    /// sample article, the file replaces it; with other work, the file opens as a copy with a new
    /// identifier.
    pub(in crate::app) fn import(&mut self, document: Document, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let article = document.details().id.clone();
        if !ctx.state.documents.contains_key(&article)
            && !ctx.state.records.has_live_records(&article)
        {
            self.dialog = None;
            return ctx.add_article(document, None);
        }
        let mut effects = ctx.show_article(&article);
        let is_same =
            ctx.state.documents.get(&article).is_some_and(|here| is_equivalent(here, &document));
        if is_same {
            (self.dialog, ctx.state.dialog) = (None, None);
            ctx.notify(strings::ALREADY_HERE);
            effects.extend(ctx.remember_article(&article));
            return effects;
        }
        let untouched =
            ctx.state.documents.get(&article).filter(|here| is_untouched(here)).cloned();
        if untouched.is_some() {
            self.dialog = None;
            return ctx.add_article(document, untouched);
        }
        let Some(id) = ArticleId::new(&ctx.event.uuid(u32::MAX)) else { return effects };
        self.dialog = None;
        let effects = ctx.add_article(document.renamed(id), None);
        ctx.notify(strings::OPENED_AS_COPY);
        effects
    }
}

/// Returns whether nobody has worked on an article since its text was imported.
fn is_untouched(document: &Document) -> bool {
    let details = document.details();
    let (id, language) = (details.id.clone(), details.language.clone());
    let tags = document.tags().into_iter().cloned().collect();
    let ParsedArticle { title, blocks } = read_article_lines(&document.blocks().text());
    let fresh = new_document(id, title, blocks, language, details.added, tags);
    document.last_claim_number() == 0 && is_equivalent(document, &fresh)
}
