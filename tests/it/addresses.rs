//! Addresses within the page.

use claimlight::{
    app::{Command, Effect, ImportMsg, Msg, Route},
    id::{ArticleId, ClaimId},
    strings,
};

use crate::{fixtures, test_app::TestApp};

#[test]
fn an_address_is_read_as_it_is_written() {
    let article = fixtures::document().details().id.clone();
    let claim = ClaimId::new("c-1").unwrap();
    for address in
        [Route::Home, Route::Article(article.clone()), Route::Claim(article.clone(), claim.clone())]
    {
        assert_eq!(Route::parse(&address.to_string()), address);
        assert_eq!(Route::parse(&format!("{address}?tag=a&q=b/c")), address, "with filters");
    }
    assert_eq!(Route::Claim(article, claim).to_string(), "#/article/article-1/claim/c-1");
}

#[test]
fn an_address_without_anything_is_home_and_another_is_not_known() {
    for hash in ["", "#", "#/", "#/?q=a"] {
        assert_eq!(Route::parse(hash), Route::Home, "{hash}");
    }
    for hash in ["#/article", "#/article/", "#/article/a b", "#/article/a/claim", "#x", "#/nowhere"]
    {
        assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_told_of() {
    let message = |app: &TestApp| app.workspace().notice().map(|notice| notice.text.clone());
    let mut app = TestApp::new();
    let article = app.article();
    assert_eq!(message(&app), None);
    let gone = ArticleId::new("gone").unwrap();
    let no_claim = Route::Claim(article.clone(), ClaimId::new("gone").unwrap());
    for (address, said) in [
        (Route::Unknown, strings::NO_SUCH_ADDRESS),
        (Route::Article(gone.clone()), strings::NO_SUCH_ADDRESS),
        (Route::Claim(gone, ClaimId::new("c").unwrap()), strings::NO_SUCH_ADDRESS),
        (no_claim, strings::NO_SUCH_CLAIM),
    ] {
        app.send(Msg::AddressChanged(address.clone()));
        assert_eq!(message(&app).as_deref(), Some(said), "{address:?}");
        assert_eq!(app.article(), article);
        app.send(Msg::NoticeClosed);
        let opened = TestApp::open(app.found.clone(), address.clone(), 9);
        assert_eq!(message(&opened).as_deref(), Some(said), "{address:?} at the start");
    }
    app.send(Msg::AddressChanged(Route::Home));
    assert_eq!(message(&app), None);
}

#[test]
fn going_back_closes_what_lies_over_the_page_and_the_article_stays() {
    let mut app = TestApp::new();
    let sample = app.article();
    app.paste("Rents rise\nRents rose by 4% in May.");
    let other = app.article();
    for open in [Msg::AddArticleRequested, Msg::CommandInvoked(Command::ShowLibrary)] {
        app.send(open);
        let effects = app.send(Msg::AddressChanged(Route::Article(sample.clone())));
        assert!(!app.workspace().is_window_open());
        assert_eq!(app.article(), other);
        assert!(effects.contains(&Effect::SetRoute(Route::Article(other.clone()))));
    }
    app.send(Msg::AddressChanged(Route::Article(sample.clone())));
    assert_eq!(app.article(), sample);
}

#[test]
fn the_page_opens_at_an_article_or_a_claim() {
    let mut app = TestApp::new();
    let sample = app.article();
    let claim = app.mark("100,000 troops", "quantity");
    app.paste("Rents rise\nRents rose by 4% in May.");
    let at = |address| TestApp::open(app.found.clone(), address, 9);
    assert_eq!(at(Route::Article(sample.clone())).article(), sample);
    let opened = at(Route::Claim(sample.clone(), claim.clone()));
    assert_eq!((opened.article(), opened.selected()), (sample.clone(), Some(claim.clone())));
    let gone = at(Route::Claim(sample.clone(), ClaimId::new("gone").unwrap()));
    assert_eq!((gone.article(), gone.selected()), (sample.clone(), None));
    app.send(Msg::AddressChanged(Route::Claim(sample.clone(), claim.clone())));
    assert_eq!((app.article(), app.selected()), (sample, Some(claim)));
}

#[test]
fn an_address_of_an_article_that_is_not_here_shows_the_last_one() {
    let mut app = TestApp::new();
    let rents = app.paste("Rents rise\nRents rose by 4% in May.");
    let address = Route::parse("#/article/nowhere/claim/none");
    assert_eq!(TestApp::open(app.found.clone(), address, 9).article(), rents);
}

#[test]
fn only_the_address_of_a_web_page_is_taken_as_the_source_of_a_text() {
    for (url, is_taken) in [
        ("https%3A%2F%2Fexample.org%2Fa", true),
        ("http%3A%2F%2Fexample.org", true),
        ("javascript%3Aalert(1)", false),
        ("data%3Atext%2Fhtml%2Chi", false),
        ("https%3A%2F%2F", false),
        ("example.org", false),
    ] {
        let mut app = TestApp::new();
        let query = format!("text=Taxes%20rise&url={url}");
        app.send(Msg::AddressChanged(Route::Add(query)));
        let dialog = app.workspace().dialog().expect("the dialog");
        assert_eq!(
            (dialog.source.is_some(), dialog.problem.is_none()),
            (is_taken, is_taken),
            "{url}"
        );
        app.send(Msg::Import(ImportMsg::Added));
        assert_eq!(app.document().details().source.is_some(), is_taken, "{url}");
    }
}
