"""Rows A1 to A7 of the practice map, each done by one person alone."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests import people
from tests.browser.rows_walk import Pick, Walk, day, moment


def a1_where_it_comes_from(walk: Walk) -> None:
    filled = {
        "What was it?": Pick("Parents who parted"),
        "How do you know?": Pick("They told me"),
        "In a few words": "Nobody said a word before",
        "Or how old were they?": "11",
    }
    told = walk.whole(
        "origins",
        filled,
        words="wardrobe was empty",
        change={"In a few words": "One day the wardrobe was empty"},
    )
    guess = {
        "What was it?": Pick("A loss"),
        "How do you know?": Pick("I guess it"),
        "In a few words": "A friend, perhaps",
    }
    walk.write("origins", guess)
    walk.sees("I guess it", "It is not about you.")
    walk.go("/origins/life-line/")
    walk.sees("They told me", "wardrobe was empty", "A friend, perhaps")
    walk.go(told)
    walk.press("Tie a trigger")
    walk.keep("triggers", {"What sets it off?": "A closed door"})
    walk.sees("Goes with", "wardrobe was empty")
    walk.go(told)
    walk.sees("Goes with", "A closed door")


def a2_ask_then_listen(walk: Walk) -> None:
    walk.go("/asks/")
    walk.press("What is one small thing that I could do this week?")
    ask = walk.keep("asks", {})
    walk.page.locator("summary", has_text="I asked").click()
    walk.fill({"What did they say?": "Ring me at noon", "How did you ask?": Pick("Face to face")})
    walk.press("I asked")
    walk.sees("Ring me at noon")
    walk.change(ask, {"What did they say?": "Ring me at one"})
    walk.find_again("asks", "one small thing")
    walk.go(ask)
    walk.press("Make a line of the plan from it")
    line = walk.keep("plans", {"When…": "the day is long", "please…": "ring me at one"})
    walk.sees("Goes with", "draft")
    walk.press("We both said yes, aloud")
    walk.sees("agreed", "Version 1.")
    walk.press("Make a new draft")
    walk.change(line, {"and never…": "send a long message"})
    walk.press("We both said yes, aloud")
    walk.sees("Version 2.", "Agreed versions")
    walk.find_again("plans", "the day is long")
    walk.go("/plans/sheet/")
    walk.sees("Agreed by both", "ring me at one", "send a long message")
    walk.is_taken_along(("asks", "Ring me at one"), ("plans", "send a long message"))


def a3_small_promises_kept_and_mended(walk: Walk) -> None:
    walk.go("/promises/new/?size=tiny")
    kept = walk.keep("promises", {"What do you promise?": "Send the list today"})
    walk.change(kept, {"What do you promise?": "Send the whole list today"})
    walk.press("Kept")
    walk.sees("kept")
    walk.find_again("promises", "Send the whole list")
    past = datetime.now(UTC) - timedelta(days=1)
    due = (past + timedelta(hours=3)).replace(second=0, microsecond=0)
    missed = people.a_promise(by=walk.who, at=past, wording="Be home at six", due=due)
    walk.go(f"/promises/{missed.id}/")
    walk.press("Missed")
    walk.press("Mend it")
    mended = walk.keep("repairs", {"It was mine": "I did not look at the clock"})
    walk.sees("How it stands so far", "You take it as yours.", "not yet")
    walk.change(mended, {"What I offer": "Tomorrow I cook"})
    walk.find_again("repairs", "look at the clock")
    walk.go(f"/promises/{missed.id}/")
    walk.sees("missed", "Goes with")
    people.a_promise(by=walk.who, at=past, wording="Bring the keys", due=due)
    walk.go("/promises/")
    walk.press("Bring the keys")
    walk.press("Missed")
    walk.press("Insights")
    walk.sees("About 1 of your 3 promises so far were kept; with so few it could be")
    walk.go("/insights/my-word/")
    walk.sees("By size", "All promises · 3")
    walk.is_taken_along(("promises", "Send the whole list"), ("repairs", "Tomorrow I cook"))


def a4_triggers_and_limits(walk: Walk) -> None:
    filled = {
        "What sets it off?": "A call without an answer",
        "What helps then?": "One sentence",
        "A day that is hard every year": day(6),
    }
    trigger = walk.whole(
        "triggers",
        filled,
        words="call without an answer",
        change={"What did you two agree to do?": "I write within the hour"},
    )
    walk.go("/triggers/")
    walk.sees("Coming up")
    walk.go("/today/")
    walk.sees("Coming up", "a hard day")
    walk.taps = 0
    walk.press("A trigger happened")
    walk.press("It happened")
    assert walk.taps == 2
    moment_of = walk.is_at("occurrences")
    walk.sees("I write within the hour")
    walk.press("Add what helped")
    walk.fill({"What did you do?": "Rang from the station", "Did it help?": Pick("Yes")})
    walk.press("Save")
    walk.sees("Rang from the station")
    walk.change(moment_of, {"What happened?": "The train stood still"})
    walk.find_again("occurrences", "train stood still")
    walk.go(trigger)
    walk.sees("Goes with", "train stood still")
    theirs = {"Whose is it?": Pick("Theirs"), "What is the limit?": "No calls at work"}
    walk.write("boundaries", theirs)
    walk.go("/today/")
    walk.taps = 0
    walk.press("A boundary held, or was crossed")
    walk.press("Held")
    assert walk.taps == 2
    held = walk.is_at("crossings")
    walk.change(held, {"A few words": "I waited until six"})
    walk.find_again("crossings", "waited until six")
    walk.is_taken_along(
        ("triggers", "call without an answer"),
        ("occurrences", "train stood still"),
        ("crossings", "waited until six"),
    )


def a5_stay_with_the_feeling(walk: Walk) -> None:
    filled = {
        "What did they say?": "That the meeting went badly",
        "What may they have felt?": "Small, I think",
        "Did something slip in?": Pick("I offered a solution"),
    }
    walk.whole(
        "listenings",
        filled,
        words="meeting went badly",
        change={"What do you want to try next time?": "Wait first"},
    )
    walk.go("/today/")
    walk.press("Try a message out first")
    walk.fill({"Your message": "You're overthinking again. I'll ring at seven."})
    walk.sees("What may hurt", "may make it small", "What helps", "a promise to hold on to")
    walk.press("Keep it as a draft")
    draft = walk.is_at("rehearsals")
    walk.change(draft, {"Your message": "I can see this matters to you. I'll ring at seven."})
    walk.find_again("rehearsals", "matters to you")
    walk.go("/programme/a5/")
    walk.sees("Stay with the feeling", "Listening", "Rehearse")
    walk.is_taken_along(("rehearsals", "matters to you"))


def a6_give_it_time(walk: Walk) -> None:
    walk.go("/today/")
    walk.page.locator("#quick label:has([name=felt_trust][value='6'])").click()
    expect(walk.page.locator("#quick").get_by_text("Kept.")).to_be_visible()
    filled = {
        "I felt trusted": Pick("4"),
        "My own energy": Pick("5"),
        "A note for yourself": "A quiet evening",
    }
    walk.whole("checkins", filled, words="quiet", change={"A note for yourself": "A quiet long evening"})
    walk.go("/insights/")
    walk.sees("Not enough yet")
    people.a_checkin(by=walk.who, at=datetime.now(UTC) - timedelta(days=1))
    walk.go("/insights/")
    walk.sees("How much you felt trusted lately is around")
    expect(walk.page.locator(".chart svg").first).to_be_attached()
    walk.press("More on this")
    walk.sees("This is the starting phase", "What we cannot know")
    walk.go(f"/letters/{datetime.now(UTC):%Y-%m}/")
    walk.sees("What changed, and how sure that is", "Take it as a PDF")


def a7_no_surprises(walk: Walk) -> None:
    filled = {"What is it?": "Dinner with the old team", "When does it happen?": moment(4, 19)}
    headsup = walk.whole("headsups", filled, words="old team", change={"How to say it": "At breakfast"})
    walk.go("/today/")
    walk.sees("Coming up", "Dinner with the old team")
    walk.go(headsup)
    walk.press("I told them")
    walk.sees("told")
    held = {"What have I not said?": "That I wrote to my brother", "What holds me back": "It sounds bad"}
    back = walk.whole("heldback", held, words="my brother", change={"How I could say it": "On a walk"})
    walk.sees_no("Share")
    walk.go(back)
    walk.sees("Three questions, no hurry")
    walk.press("Decide")
    walk.fill({"What is to become of it": Pick("I want to tell it"), "On which day": day(2)})
    walk.press("Save")
    walk.sees("You want to tell it")
    walk.press("I told them")
    walk.sees("told")


ROWS = {
    name.split("_")[0].upper(): does
    for name, does in list(globals().items())
    if name[0] == "a" and name[1].isdigit()
}
