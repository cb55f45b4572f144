"""Rows B1 to B12 of the practice map, each done by one person alone."""

from tests.browser.rows_a8 import a_question
from tests.browser.rows_walk import Pick, Walk, day


def b1_what_it_is_like_inside(walk: Walk) -> None:
    filled = {
        "What did you see or hear?": "Said that nobody would come anyway",
        "What was the moment like?": Pick("“I am not worth much”"),
    }
    walk.whole("signs", filled, words="nobody would come", change={"What else may it mean?": "A long week"})
    walk.go("/programme/cards/b1/")
    walk.sees("What it can be like inside", "Signs")


def b2_what_it_looks_like(walk: Walk) -> None:
    walk.write("triggers", {"What sets it off?": "A late message"})
    walk.press("It happened")
    happened = walk.is_at("occurrences")
    walk.press("Note a sign")
    filled = {
        "What did you see or hear?": "Went to bed without a word",
        "What was the moment like?": Pick("Drew back"),
        "What did you do?": "Said goodnight",
        "Did it help?": Pick("A little"),
    }
    sign = walk.keep("signs", filled)
    walk.sees("Goes with", "Drew back")
    walk.change(sign, {"What did you do?": "Said goodnight through the door"})
    walk.find_again("signs", "without a word")
    walk.go(happened)
    walk.sees("Goes with", "without a word")
    walk.go("/signs/looking-back/")
    walk.sees("Before does not mean because.", "Not enough yet", "Drew back")
    walk.is_taken_along(("signs", "through the door"), ("occurrences", "noted"))


def b3_where_it_can_start(walk: Walk) -> None:
    filled = {
        "What was it?": Pick("A workplace that hurt"),
        "How do you know?": Pick("I noticed it"),
        "In which year?": "2021",
        "In a few words": "Others put their names on it",
    }
    walk.whole(
        "origins", filled, words="put their names", change={"What does them good today?": "To be named"}
    )
    walk.go("/origins/life-line/")
    walk.sees("2021", "I noticed it", "put their names")


def b4_only_they_can(walk: Walk) -> None:
    a_question(walk, "/programme/cards/b4/", "You can't do it for them", "My word is mine to keep")
    walk.go(f"/bond/{walk.who.bond}/roles/")
    walk.sees("You support; you don't heal")


def b5_see_it_coming(walk: Walk) -> None:
    origin = walk.write(
        "origins",
        {
            "What was it?": Pick("A loss"),
            "How do you know?": Pick("They told me"),
            "In a few words": "A friend, in May",
        },
    )
    walk.press("Tie a trigger")
    filled = {"What sets it off?": "The first Sunday", "A day that is hard every year": day(5)}
    trigger = walk.keep("triggers", filled)
    walk.sees("Goes with", "A friend, in May")
    walk.change(trigger, {"What helps then?": "A plan made on Friday"})
    walk.go("/triggers/")
    walk.sees("Coming up", "The first Sunday")
    walk.go("/today/")
    walk.sees("The first Sunday", "a hard day")
    walk.find_again("triggers", "first Sunday")
    walk.go(origin)
    walk.sees("Goes with", "The first Sunday")
    walk.is_taken_along(("triggers", "A plan made on Friday"))


def b6_begin_with_what_is_small(walk: Walk) -> None:
    walk.go("/ladder/")
    walk.sees("Small and safe first.", "Not enough yet")
    here = walk.main.locator("[aria-current=step]")
    here.get_by_role("link").first.click()
    walk.page.wait_for_url("**/headsups/new/**")
    walk.keep("headsups", {"What is it?": "I am late on Tuesday"})
    filled = {"What do you promise?": "Say goodnight", "How big is it?": Pick("Tiny")}
    walk.whole("promises", filled, words="goodnight", change={"What do you promise?": "Say goodnight by ten"})
    walk.go("/ladder/")
    walk.sees("1 promise is open.")


def b7_they_are_trying(walk: Walk) -> None:
    walk.taps = 0
    walk.press("They tried something")
    walk.press("Came back")
    assert walk.taps == 2
    effort = walk.is_at("efforts")
    walk.sees("Came back")
    walk.change(effort, {"What happened, in your words": "Came back after half an hour"})
    walk.find_again("efforts", "after half an hour")
    walk.go("/efforts/remember/")
    walk.sees("after half an hour")
    walk.is_taken_along(("efforts", "after half an hour"))


def b8_say_it_again(walk: Walk) -> None:
    asking = walk.write("affirmations", {"What do you want to say, again and again?": "You can trust me"})
    walk.sees("You can trust me", "Some of these words ask for trust or calm")
    walk.change(asking, {"What do you want to say, again and again?": "I will write when I leave"})
    walk.sees_no("Some of these words ask for trust or calm")
    filled = {
        "What do you want to say, again and again?": "I like our Sundays",
        "How often?": Pick("Once a week"),
    }
    kind = walk.whole(
        "affirmations", filled, words="our Sundays",
        change={"What do you want to say, again and again?": "I like our slow Sundays, our Sundays"},
    )  # fmt: skip
    walk.go("/affirmations/")
    walk.press("Said it", within=walk.main.locator("li.entry", has_text="our Sundays"))
    walk.page.wait_for_url("**/affirmations/?said=*")
    walk.sees("last said")
    walk.go(kind)
    walk.sees("What happened to it")


def b9_limits_and_people(walk: Walk) -> None:
    filled = {"Whose is it?": Pick("Mine"), "What is the limit?": "Not when voices get loud"}
    limit = walk.whole(
        "boundaries",
        filled,
        words="voices get loud",
        change={"What do you do if it is crossed?": "I go for a walk"},
    )
    walk.go("/today/")
    walk.taps = 0
    walk.press("A boundary held, or was crossed")
    walk.press("Crossed")
    assert walk.taps == 2
    walk.is_at("crossings")
    walk.sees("What you do now", "I go for a walk")
    walk.go(limit)
    walk.sees("Goes with")
    walk.press("Let it go")
    walk.sees("let go")
    walk.write("supporters", {"What do you call them?": "The choir", "Who are they?": Pick("A group")})
    walk.find_again("supporters", "The choir")
    walk.is_taken_along(("supporters", "The choir"), ("boundaries", "I go for a walk"))


def b10_not_about_me(walk: Walk) -> None:
    walk.go("/thoughts/")
    walk.press("Reframe it")
    walk.sees("What else may it be?")
    filled = {
        "What happened?": "No goodnight",
        "What went through your mind?": "I am being punished",
        "How true does it feel, from 0 to 100?": "80",
        "What else may it be?": "A headache",
    }
    thought = walk.keep("thoughts", filled)
    walk.change(
        thought,
        {
            "A thought that has room for all of it": "I don't know yet",
            "How true does the first thought feel now, from 0 to 100?": "30",
        },
    )
    walk.sees("The first thought has less hold than before.")
    walk.find_again("thoughts", "being punished")
    walk.is_taken_along(("thoughts", "A headache"))


def b11_help_without_shame(walk: Walk) -> None:
    a_question(walk, "/programme/cards/b11/", "Speak of help without shame", "I found someone who listens")


def b12_thoughts_turned_round(walk: Walk) -> None:
    filled = {
        "What happened?": "The message stayed unread",
        "What went through your mind?": "They are done with me. I am a failure.",
        "How true does it feel, from 0 to 100?": "75",
        "Feeling 1": "fear",
        "How strong, from 0 to 100": "80",
        "Is one of these in it?": Pick("Reading minds", "Expecting the worst"),
        "What speaks for the thought?": "Four hours",
        "What speaks against it?": "A long shift",
    }
    walk.write("thoughts", filled)
    walk.sees("Reading minds", "Expecting the worst", "When you are ready, look again")
    walk.sees("Could one of these be in it?", "Putting a label on someone")
    walk.press("Yes, that is in it")
    walk.sees("Noted among the traps.", "Putting a label on someone")
    walk.press("Write on")
    walk.fill({
        "A thought that has room for all of it": "It was a long shift, and I can ask",
        "How true does the first thought feel now, from 0 to 100?": "40",
        "fear now, from 0 to 100": "35",
    })  # fmt: skip
    walk.press("Save")
    walk.sees("The first thought has less hold than before.", "75", "40", "35")
    walk.press("Done for now")
    walk.sees("looked at")
    walk.find_again("thoughts", "done with me")
    walk.go("/thoughts/together/")
    walk.sees("Not enough yet", "done with me")
    walk.is_taken_along(("thoughts", "It was a long shift"))


ROWS = {
    name.split("_")[0].upper(): does
    for name, does in list(globals().items())
    if name[0] == "b" and name[1].isdigit()
}
