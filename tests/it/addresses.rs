//! Addresses within the page.

use claimlight::{
    app::{Address, Msg},
    id::ClaimId,
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
fn an_address_that_is_not_understood_is_home() {
    for hash in
        ["", "#", "#/", "#/article", "#/article/", "#/article/a b", "#/article/a/claim", "#x"]
    {
        assert_eq!(Address::parse(hash), Address::Home, "{hash}");
    }
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
