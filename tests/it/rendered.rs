//! Components drawn on the host, as HTML: what they say, and to whom.

use claimlight::{
    app::{
        ClaimMsg, Command, EvidenceMsg, Msg, Notice, NoticeKind, PtrEq, Snap, SourceField, Toolbar,
        view::{ArticleView, ClaimCardView, Highlight, Progress},
    },
    document::Document,
    storage::SaveError,
    ui::{
        BlockText, BlockTextProps, ClaimCard, ClaimCardProps, TagToolbar, TagToolbarProps, dialogs,
        header::{HeaderView, header},
        notice::notice_line,
        status_line::status_line,
    },
};
use yew::{BaseComponent, Callback, Html, Properties, ServerRenderer, component};

use crate::{fixtures, test_app::TestApp};

/// The HTML of a component; its properties are made where it is drawn.
fn html<C>(properties: fn() -> C::Properties) -> String
where
    C: BaseComponent,
{
    let drawn = ServerRenderer::<C>::with_props(properties).hydratable(false).render();
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(drawn)
}

#[track_caller]
fn check(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

fn page(document: &Document) -> ArticleView {
    ArticleView::new(document, Highlight::default())
}

/// Draws what is no component of its own.
#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    draw: Callback<(), Html>,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.draw.emit(())
}

fn header_of(title: Option<&'static str>) -> Html {
    let shown = HeaderView {
        title: title.map(Into::into),
        rows: Vec::new(),
        reading: None,
        claims: 1,
        can_undo: true,
        can_redo: false,
        progress: Some(Progress { reviewed: 6, paragraphs: 15, others_reviewed: 1, others: 5 }),
    };
    header(&shown, &Callback::noop())
}

#[test]
fn the_header_names_its_buttons_and_says_which_work() {
    let drawn = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| header_of(Some("Taxes <b>fell</b>"))),
    });
    check(&drawn, &["aria-label=\"Undo\"", "Add article", "1 claim<", "Export"]);
    check(&drawn, &["Taxes &lt;b&gt;fell&lt;/b&gt;"]);
    let redo = drawn.split("<button").find(|it| it.contains("aria-label=\"Redo\"")).unwrap();
    assert!(redo.contains(" disabled"), "{redo}");
}

#[test]
fn without_an_article_there_is_nothing_to_export() {
    let drawn = html::<Drawn>(|| DrawnProps { draw: Callback::from(|()| header_of(None)) });
    let export = drawn.split("<button").find(|it| it.contains("Export")).unwrap();
    assert!(export.contains(" disabled"), "{export}");
}

fn first_block(is_near: bool) -> BlockTextProps {
    let document = fixtures::document();
    let section = page(&document).sections.first().unwrap().clone();
    let marked = section.blocks.iter().find(|it| !it.claims.is_empty()).unwrap().clone();
    BlockTextProps { block: marked, is_near, on: Callback::<Msg>::noop() }
}

/// The text between tags.
fn text_content(html: &str) -> String {
    let outside = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    let text: String = outside.collect();
    text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&lt;", "<").replace("&amp;", "&")
}

#[test]
fn a_block_near_the_view_has_marks_and_its_text_is_the_text() {
    let block = first_block(true).block;
    let drawn = html::<BlockText>(|| first_block(true));
    check(&drawn, &["data-text=\"\"", "<mark data-claims=\"", "data-lane-a=\"", "data-spoken=\""]);
    check(&drawn, &[&format!("data-claims=\"{}\"", block.claims)]);
    assert_eq!(text_content(&drawn), block.text.as_ref());
}

#[test]
fn a_block_far_from_the_view_has_its_text_and_no_marks() {
    let block = first_block(false).block;
    let drawn = html::<BlockText>(|| first_block(false));
    assert!(!drawn.contains("<mark"), "{drawn}");
    check(&drawn, &[&format!("data-claims=\"{}\"", block.claims)]);
    assert_eq!(text_content(&drawn), block.text.as_ref());
}

fn first_card() -> ClaimCardProps {
    let document = fixtures::document();
    let page = page(&document);
    let card: PtrEq<ClaimCardView> =
        page.sections.iter().find_map(|section| section.cards.first()).unwrap().clone();
    ClaimCardProps { card, place: Some((3, 600)), asks: true, work: None, on: Callback::noop() }
}

#[test]
fn a_card_says_its_words_its_place_and_that_it_is_closed() {
    let card = first_card().card;
    let drawn = html::<ClaimCard>(first_card);
    check(&drawn, &[&format!("data-claim=\"{}\"", card.claim.id), "aria-expanded=\"false\""]);
    check(&drawn, &["aria-posinset=\"3\"", "aria-setsize=\"600\""]);
    assert!(!drawn.contains("textarea"), "{drawn}");
}

#[test]
fn a_tag_of_the_bar_is_named_by_its_label_alone() {
    let drawn = html::<TagToolbar>(|| {
        let document = fixtures::document();
        let first = document.claims().next().unwrap().target.ranges().next().unwrap().clone();
        let tags = page(&document).tags;
        TagToolbarProps {
            bar: Toolbar::Shown,
            span: first.span,
            edges: Snap::None,
            tags,
            typed: "".into(),
            on: Callback::noop(),
        }
    });
    check(&drawn, &["role=\"toolbar\"", "aria-label=\"Tag the selection\""]);
    check(&drawn, &["aria-label=\"Größe 😀\"", "data-key=\"1\"", "aria-pressed=\"true\""]);
}

#[test]
fn the_line_about_saving_tells_the_truth() {
    let saved = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| {
            let mut app = TestApp::new();
            app.confirm();
            status_line(app.workspace(), &Callback::noop())
        }),
    });
    check(&saved, &["data-save-state=\"saved\"", "Saved in this browser"]);
    let full = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| {
            let mut app = TestApp::new();
            app.send(Msg::SaveFailed(SaveError::Full));
            status_line(app.workspace(), &Callback::noop())
        }),
    });
    check(&full, &["data-save-state=\"unsaved\"", "Not saved", "full", "Export now"]);
}

#[test]
fn a_refusal_is_an_alert_that_can_be_closed() {
    let drawn = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| {
            let text = "work.json was not opened".to_owned();
            notice_line(&Notice { text, weight: NoticeKind::Alert }, &Callback::noop())
        }),
    });
    check(&drawn, &["role=\"alert\"", "work.json was not opened", "Close"]);
}

/// A desk with a claim, and these as its sources; the window with all sources is open.
fn with_sources(sources: &[&str]) -> TestApp {
    let mut app = TestApp::new();
    let claim = app.mark("100,000 troops", "quantity");
    for source in sources {
        let named = EvidenceMsg::SourceNamed(claim.clone(), (*source).to_owned());
        app.send(Msg::Claim(ClaimMsg::Evidence(named)));
    }
    app.send(Msg::CommandInvoked(Command::ShowSources));
    app
}

fn drawn_window(app: &TestApp) -> Html {
    dialogs::draw(app.workspace(), &Callback::noop())
}

fn drawn_work(app: &TestApp) -> Html {
    let cards = app.workspace().page().unwrap().sections.iter().flat_map(|section| &section.cards);
    let card = cards.clone().next().unwrap();
    dialogs::open_claim(app.workspace(), card, &Callback::noop())
}

#[test]
fn sources_are_linked_where_their_addresses_may_be() {
    fn app() -> TestApp {
        with_sources(&[
            "https://www.example.org/a?b=&c",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://bank.com@\u{430}pple.com/x",
        ])
    }
    let window = || DrawnProps { draw: Callback::from(|()| drawn_window(&app())) };
    let work = || DrawnProps { draw: Callback::from(|()| drawn_work(&app())) };
    for drawn in [html::<Drawn>(window), html::<Drawn>(work)] {
        let links: Vec<&str> = drawn.split("<a ").skip(1).collect();
        assert_eq!(links.len(), 4, "two addresses, and the archive of each: {drawn}");
        for link in links {
            assert!(link.contains("href=\"https://"), "{link}");
            assert!(link.contains("rel=\"noopener noreferrer\""), "{link}");
            assert!(link.contains("target=\"_blank\""), "{link}");
        }
        check(
            &drawn,
            &["href=\"https://www.example.org/a?b=&amp;c\"", ">example.org/a?b=&amp;c</a>"],
        );
        check(&drawn, &["href=\"https://xn--pple-43d.com/x\"", ">xn--pple-43d.com/x</a>"]);
        check(&drawn, &["<span>javascript:alert(1)</span>", "Open in a web archive"]);
        assert!(!drawn.contains("href=\"javascript") && !drawn.contains("href=\"data"));
    }
}

#[test]
fn a_copy_in_an_archive_is_not_looked_for_in_an_archive() {
    let drawn = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| {
            let copy = "https://web.archive.org/web/20220310120000/https://example.org/a";
            drawn_window(&with_sources(&[copy, "https://archive.ph/AbCd1"]))
        }),
    });
    check(&drawn, &["href=\"https://example.org/a\"", ">Archived copy</a>"]);
    check(&drawn, &[">example.org/a</a>", ">archive.ph/AbCd1</a>"]);
    assert!(!drawn.contains("Open in a web archive"), "{drawn}");
}

#[test]
fn notes_on_a_source_have_several_lines() {
    let drawn = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| {
            let mut app = with_sources(&["https://example.org/a"]);
            let id = app.document().sources()[0].id.clone();
            for field in [SourceField::Note, SourceField::Contact] {
                let typed = EvidenceMsg::SourceTyped(id.clone(), field, "one\ntwo".to_owned());
                app.send(Msg::Claim(ClaimMsg::Evidence(typed)));
            }
            drawn_window(&app)
        }),
    });
    let fields = drawn.split("<textarea").skip(1).filter(|it| it.contains(">one\ntwo</textarea>"));
    assert_eq!(fields.count(), 2, "{drawn}");
}

#[test]
fn without_sources_the_window_says_how_to_name_one() {
    let drawn = html::<Drawn>(|| DrawnProps {
        draw: Callback::from(|()| drawn_window(&with_sources(&[]))),
    });
    check(&drawn, &["No sources yet."]);
}
