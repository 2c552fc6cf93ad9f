//! Addresses within the page.

use claimlight::{
    app::{Address, Command, Effect, IntakeMsg, Msg},
    id::{ArticleId, ClaimId},
    words,
};

use crate::{rich, world::World};

#[test]
fn an_address_is_read_as_it_is_written() {
    let article = rich::document().details().id.clone();
    let claim = ClaimId::new("c-1").unwrap();
    for address in [
        Address::Home,
        Address::Article(article.clone()),
        Address::Claim(article.clone(), claim.clone()),
    ] {
        assert_eq!(Address::parse(&address.to_string()), address);
        assert_eq!(Address::parse(&format!("{address}?tag=a&q=b/c")), address, "with filters");
    }
    assert_eq!(Address::Claim(article, claim).to_string(), "#/article/article-1/claim/c-1");
}

#[test]
fn an_address_without_anything_is_home_and_another_is_not_known() {
    for hash in ["", "#", "#/", "#/?q=a"] {
        assert_eq!(Address::parse(hash), Address::Home, "{hash}");
    }
    for hash in ["#/article", "#/article/", "#/article/a b", "#/article/a/claim", "#x", "#/nowhere"]
    {
        assert_eq!(Address::parse(hash), Address::Unknown, "{hash}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_told_of() {
    let told = |world: &World| world.desk().notice().map(|notice| notice.text.clone());
    let mut world = World::new();
    let article = world.article();
    assert_eq!(told(&world), None);
    let gone = ArticleId::new("gone").unwrap();
    let no_claim = Address::Claim(article.clone(), ClaimId::new("gone").unwrap());
    for (address, said) in [
        (Address::Unknown, words::NO_SUCH_ADDRESS),
        (Address::Article(gone.clone()), words::NO_SUCH_ADDRESS),
        (Address::Claim(gone, ClaimId::new("c").unwrap()), words::NO_SUCH_ADDRESS),
        (no_claim, words::NO_SUCH_CLAIM),
    ] {
        world.send(Msg::AddressChanged(address.clone()));
        assert_eq!(told(&world).as_deref(), Some(said), "{address:?}");
        assert_eq!(world.article(), article);
        world.send(Msg::NoticeClosed);
        let opened = World::open(world.found.clone(), address.clone(), 9);
        assert_eq!(told(&opened).as_deref(), Some(said), "{address:?} at the start");
    }
    world.send(Msg::AddressChanged(Address::Home));
    assert_eq!(told(&world), None);
}

#[test]
fn going_back_closes_what_lies_over_the_page_and_the_article_stays() {
    let mut world = World::new();
    let sample = world.article();
    world.paste("Rents rise\nRents rose by 4% in May.");
    let other = world.article();
    for open in [Msg::AddAsked, Msg::Commanded(Command::ShowLibrary)] {
        world.send(open);
        let effects = world.send(Msg::AddressChanged(Address::Article(sample.clone())));
        assert!(!world.desk().is_window_open());
        assert_eq!(world.article(), other);
        assert!(effects.contains(&Effect::ShowAddress(Address::Article(other.clone()))));
    }
    world.send(Msg::AddressChanged(Address::Article(sample.clone())));
    assert_eq!(world.article(), sample);
}

#[test]
fn the_page_opens_at_an_article_or_a_claim() {
    let mut world = World::new();
    let sample = world.article();
    let claim = world.mark("100,000 troops", "quantity");
    world.paste("Rents rise\nRents rose by 4% in May.");
    let at = |address| World::open(world.found.clone(), address, 9);
    assert_eq!(at(Address::Article(sample.clone())).article(), sample);
    let opened = at(Address::Claim(sample.clone(), claim.clone()));
    assert_eq!((opened.article(), opened.selected()), (sample.clone(), Some(claim.clone())));
    let gone = at(Address::Claim(sample.clone(), ClaimId::new("gone").unwrap()));
    assert_eq!((gone.article(), gone.selected()), (sample.clone(), None));
    world.send(Msg::AddressChanged(Address::Claim(sample.clone(), claim.clone())));
    assert_eq!((world.article(), world.selected()), (sample, Some(claim)));
}

#[test]
fn an_address_of_an_article_that_is_not_here_shows_the_last_one() {
    let mut world = World::new();
    let rents = world.paste("Rents rise\nRents rose by 4% in May.");
    let address = Address::parse("#/article/nowhere/claim/none");
    assert_eq!(World::open(world.found.clone(), address, 9).article(), rents);
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
        let mut world = World::new();
        let query = format!("text=Taxes%20rise&url={url}");
        world.send(Msg::AddressChanged(Address::Add(query)));
        let dialog = world.desk().dialog().expect("the dialog");
        assert_eq!(
            (dialog.source.is_some(), dialog.problem.is_none()),
            (is_taken, is_taken),
            "{url}"
        );
        world.send(Msg::Intake(IntakeMsg::Added));
        assert_eq!(world.document().details().source.is_some(), is_taken, "{url}");
    }
}
