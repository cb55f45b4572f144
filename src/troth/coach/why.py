"""Why a sentence is marked, in one kind sentence a mark; and gentler ways to fill for those that hurt."""

from typing import Final

WHY: Final = {
    "validate": "This takes their feeling as understandable.",
    "reflect": "This says back what they may feel, and lets them correct it.",
    "ask": "An open question gives them room to say more.",
    "own": "This takes your part as yours, without a way out.",
    "commit": "This is a promise that both of you can check.",
    "lead": "This leaves them choice and time.",
    "affirm": "This says that you are there, and asks for nothing back.",
    "disclose": "This tells openly what is yours to tell.",
    "minimise": "This may make their feeling sound small, even if you meant to calm.",
    "defend": "Explaining first can sound like not hearing them yet.",
    "blame": "This puts your act, or the trouble, on them.",
    "generalise": "Words like always and never are hard to answer; one time and place is easier.",
    "contempt": "This may land as mockery, and mockery is remembered long.",
    "control": "This reads as an order or a check; being watched makes trust harder.",
    "pressure": "This hurries them, or makes them feel they owe you trust.",
    "reassure-empty": "This asks for calm without something they can hold on to.",
    "fix": "This is advice, and perhaps they want company first.",
    "non-apology": "The sorry is turned round here: it speaks of them, not of what you did.",
    "evade": "This closes the talk and leaves them alone with it.",
}
# What stands in brackets is for the person to fill: nothing here is claimed or promised in their place.
TRIES: Final = {
    "minimise": ("I can see this matters to you.", "It felt small to me. How was it for you?"),
    "defend": ("I want to hear how it was for you before I explain.", "What I did was […]. I can say why later, if you want."),
    "blame": ("What I did was […], and that part is mine.", "I felt […] when […]; what I'd like is […]."),
    "generalise": ("On [day], when […], I felt […].", "This time I noticed […]."),
    "contempt": ("I felt […] when […].", "I'm too cross to say this well. I need [time], then I'd like to go on."),
    "control": ("I feel uneasy about […]. Would you tell me about it, if you want to?", "What I need is […]. You can say no.", "I'd like […]. How is that for you?"),
    "pressure": ("You decide when, or whether.", "I'd like us to be close again, and I can wait.", "I felt […] when […]; I'm not asking for an answer now."),
    "reassure-empty": ("What I can tell you for sure is […].", "I understand if that isn't enough yet. What would help you?"),
    "fix": ("Do you want ideas, or just company?", "That sounds hard. What would help right now?"),
    "non-apology": ("I'm sorry I […].", "I […], and I can see that it hurt you.", "I'm sorry for […]. What was it like for you?"),
    "evade": ("I find this hard to talk about. I need [time], then I'm back.", "I don't want to say it badly. Can we talk at [time]?"),
}  # fmt: skip
