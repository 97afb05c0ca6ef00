"""Claims about values of indicators and amounts of money."""

import pytest

from knowledge.facts import AmountFact, FocusFact, IndicatorFact, IndicatorValue, ValueRole
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Intent, Outcome
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.indicators import amounts, indicators
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

PLAN = a_fact_document("Nämndplan 2026", on="2026-01-15")
DIRECTIVE = a_fact_document("Uppdragsdirektiv: Digitalt arkiv", 2)
ROW = "Sjukfrånvaro\t6,1 %\t5,8 %\t5,0 %"


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    held.hold(
        IndicatorFact(
            span=SOMEWHERE,
            subject="Sjukfrånvaro bland medarbetare",
            section="Indikatorer",
            values=(
                IndicatorValue("6,1 %", "2024", ValueRole.ACTUAL),
                IndicatorValue("5,8 %", "2025", ValueRole.ACTUAL),
                IndicatorValue("5,0 %", "2026", ValueRole.TARGET),
            ),
        ),
        ROW,
        PLAN,
        header="Indikator\tUtfall 2024\tUtfall 2025\tMål 2026",
    )
    held.hold(
        IndicatorFact(
            span=SOMEWHERE,
            subject="Antal besök i simhallen",
            values=(IndicatorValue("250", "", ValueRole.UNKNOWN),),
        ),
        "Antal besök i simhallen\t250",
        PLAN,
    )
    return held


def best(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return max(indicators(an_inquiry(words, question, facts)), key=lambda each: each.score, default=None)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad blev utfallet för sjukfrånvaron 2024?", "utfall 2024: 6,1 %"),
        ("Vad blev utfallet för sjukfrånvaron 2025?", "utfall 2025: 5,8 %"),
        ("Vilket målvärde har sjukfrånvaron 2026?", "mål 2026: 5,0 %"),
        ("Vilket mål har sjukfrånvaron?", "mål 2026: 5,0 %"),
        ("Vad blev sjukfrånvaron 2024?", "utfall 2024: 6,1 %"),
        ("What is the target for sjukfrånvaro 2026?", "mål 2026: 5,0 %"),
        ("Hur många besök i simhallen?", "värde: 250"),
    ],
)
def test_the_value_that_is_asked_for_is_told_and_no_other(
    words: SwedishWords, facts: FakeFacts, question: str, said: str
) -> None:
    found = best(words, question, facts)
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert found.text.split(" – ")[1].rstrip(".") == said
    assert found.score >= REGISTER_FITS


def test_a_value_is_quoted_with_the_header_that_says_what_it_is(
    words: SwedishWords, facts: FakeFacts
) -> None:
    found = best(words, "Vad blev utfallet för sjukfrånvaron 2024?", facts)
    assert found is not None
    assert [source.quote for source in found.sources] == [
        ROW,
        "Indikator\tUtfall 2024\tUtfall 2025\tMål 2026",
    ]


def test_all_values_are_told_when_none_in_particular_is_asked_for(
    words: SwedishWords, facts: FakeFacts
) -> None:
    found = best(words, "Hur stor är sjukfrånvaron bland medarbetare?", facts)
    assert found is not None
    assert all(value in found.text for value in ("6,1 %", "5,8 %", "5,0 %"))


@pytest.mark.parametrize(
    "question",
    [
        "Vad blev utfallet för sjukfrånvaron 2026?",
        "Vad blev utfallet för sjukfrånvaron 2023?",
        "Vilket startvärde har sjukfrånvaron?",
        "Vad är prognosen för sjukfrånvaron 2026?",
    ],
)
def test_a_value_that_is_missing_is_said_to_be_and_outweighs_the_rest(
    words: SwedishWords, facts: FakeFacts, question: str
) -> None:
    found = best(words, question, facts)
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND
    assert found.text.startswith("Det värdet anges inte för Sjukfrånvaro bland medarbetare.")
    assert found.score >= REGISTER_FITS


def test_a_forecast_is_told_when_it_is_asked_for(words: SwedishWords, facts: FakeFacts) -> None:
    facts.hold(
        IndicatorFact(
            span=SOMEWHERE,
            subject="Nettokostnad för hyrpersonal",
            values=(
                IndicatorValue("12 mnkr", "2026", ValueRole.FORECAST),
                IndicatorValue("9 mnkr", "2025", ValueRole.ACTUAL),
            ),
        ),
        "Nettokostnad för hyrpersonal\t12 mnkr\t9 mnkr",
        PLAN,
    )
    found = best(words, "Vad är prognosen för nettokostnaden för hyrpersonal?", facts)
    assert found is not None
    assert found.text == "Nettokostnad för hyrpersonal – prognos 2026: 12 mnkr."


def test_another_indicator_is_no_answer(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Vad blev utfallet för väntetiderna 2024?", facts)
    assert found is None or found.score < REGISTER_FITS


def test_several_indicators_are_listed_whole_with_their_number(words: SwedishWords, facts: FakeFacts) -> None:
    facts.hold(
        IndicatorFact(
            span=SOMEWHERE,
            subject="Korttidsfrånvaro bland medarbetare",
            section="Indikatorer",
            values=(IndicatorValue("2,0 %", "2025", ValueRole.ACTUAL),),
        ),
        "Korttidsfrånvaro\t2,0 %",
        PLAN,
    )
    found = best(words, "Vilka indikatorer finns för medarbetare?", facts)
    assert found is not None
    assert found.is_list
    assert found.text.startswith("2 stycken:\n")
    assert "Sjukfrånvaro" in found.text
    assert "Korttidsfrånvaro" in found.text
    assert "simhallen" not in found.text


def amount_for(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return max(amounts(an_inquiry(words, question, facts)), key=lambda each: each.score, default=None)


def test_an_amount_is_told_as_written(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(
        AmountFact(span=SOMEWHERE, subject="Budgetram för kulturnämnden", amount="12,5 mnkr", period="2026"),
        "Kulturnämnden 12,5 mnkr",
        PLAN,
    )
    found = amount_for(words, "Hur stor budgetram har kulturnämnden?", facts)
    assert found is not None
    assert found.text == "Budgetram för kulturnämnden (2026): 12,5 mnkr."
    assert found.intent is Intent.AMOUNT
    assert found.score >= REGISTER_FITS
    assert amount_for(words, "Hur stor budgetram har tekniska nämnden i Vestlund?", facts) is None


def test_what_leads_to_a_sum_and_its_year_are_told_once(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(
        AmountFact(
            span=SOMEWHERE, subject="Kulturnämndens ram för 2026 är", amount="12,5 mnkr", period="2026"
        ),
        "Kulturnämndens ram för 2026 är 12,5 mnkr",
        PLAN,
    )
    found = amount_for(words, "Hur stor ram har kulturnämnden?", facts)
    assert found is not None
    assert found.text == "Kulturnämndens ram för 2026: 12,5 mnkr."


def test_a_cost_that_is_not_settled_yet_is_an_answer(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(
        FocusFact(
            span=SOMEWHERE,
            subject="Digitalt arkiv",
            label="Kostnader och finansiering",
            text="kostnaderna är ännu inte beräknade",
        ),
        "Kostnaderna är ännu inte beräknade",
        DIRECTIVE,
    )
    found = amount_for(words, "Vad kostar Digitalt arkiv?", facts)
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert found.text == "Kostnader och finansiering: Kostnaderna är ännu inte beräknade."
    assert found.score >= REGISTER_FITS
    assert amount_for(words, "Vad kostar den nya simhallen?", facts) is None


def test_only_a_question_of_values_or_money_is_answered(words: SwedishWords, facts: FakeFacts) -> None:
    assert indicators(an_inquiry(words, "Vem ansvarar för sjukfrånvaron?", facts)) == []
    assert amounts(an_inquiry(words, "Vem ansvarar för sjukfrånvaron?", facts)) == []


@pytest.mark.parametrize("blank", ["-", "–", "..", "saknas", "ej mätt", ""])
def test_a_blank_is_no_value(words: SwedishWords, facts: FakeFacts, blank: str) -> None:
    values = (
        IndicatorValue(blank, "2024", ValueRole.ACTUAL),
        IndicatorValue("92 %", "2026", ValueRole.TARGET),
    )
    facts.hold(
        IndicatorFact(span=SOMEWHERE, subject="Avgångar i tid", values=values),
        f"Avgångar i tid\t{blank}",
        PLAN,
    )
    found = best(words, "Vad blev utfallet för avgångar i tid 2024?", facts)
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND
    assert "92 %" in found.text


def test_a_sum_does_not_answer_when(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(
        AmountFact(span=SOMEWHERE, subject="Digitalt arkiv, projektbudget", amount="936 000 kr"),
        "936 000 kr",
        DIRECTIVE,
    )
    assert amounts(an_inquiry(words, "När beslutades projektbudgeten för Digitalt arkiv?", held)) == []


def test_a_start_value_without_a_year_is_told_beside_the_target_of_the_year(words: SwedishWords) -> None:
    held = FakeFacts()
    values = (
        IndicatorValue("13 230 hektar", "", ValueRole.BASELINE),
        IndicatorValue("16 200 hektar", "2030", ValueRole.TARGET),
    )
    held.hold(
        IndicatorFact(span=SOMEWHERE, subject="Areal skyddad skog", values=values), "13 230 16 200", PLAN
    )
    question = "Vad är startvärdet och målet 2030 för arealen skyddad skog?"
    found = max(indicators(an_inquiry(words, question, held)), key=lambda each: each.score)
    assert "13 230 hektar" in found.text
    assert "16 200 hektar" in found.text


def test_one_years_value_is_no_answer_to_how_much_it_has_changed(
    words: SwedishWords, facts: FakeFacts
) -> None:
    question = "Hur mycket har sjukfrånvaron bland medarbetare gått upp sedan 2024?"
    assert indicators(an_inquiry(words, question, facts)) == []


def test_several_indicators_are_a_table_with_a_column_for_each_period(words: SwedishWords) -> None:
    held = FakeFacts()
    for name, actual in (
        ("Sjukfrånvaro korttid", "2,1"),
        ("Sjukfrånvaro långtid", "3,4"),
        ("Sjukfrånvaro total", "5,5"),
    ):
        values = [IndicatorValue(actual, "2025", ValueRole.ACTUAL)]
        values += [IndicatorValue("5,0", "2026", ValueRole.TARGET)] if name.endswith("total") else []
        held.hold(
            IndicatorFact(span=SOMEWHERE, subject=name, section="Indikatorer", values=tuple(values)),
            name,
            PLAN,
        )
    (found,) = indicators(an_inquiry(words, "Vilka indikatorer finns för sjukfrånvaro?", held))
    assert found.table == (
        ("Indikator", "Utfall 2025", "Mål 2026"),
        ("Sjukfrånvaro korttid", "2,1", ""),
        ("Sjukfrånvaro långtid", "3,4", ""),
        ("Sjukfrånvaro total", "5,5", "5,0"),
    )


def test_what_may_be_spent_is_no_outcome(words: SwedishWords) -> None:
    held = FakeFacts()
    cost = AmountFact(
        span=SOMEWHERE, subject="Kostnader: Digitalt arkiv", amount="3,2 miljoner kronor", period="2026"
    )
    held.hold(cost, "Digitalt arkiv får kosta högst 3,2 miljoner kronor under 2026.", DIRECTIVE)
    assert amount_for(words, "Hur mycket får Digitalt arkiv kosta?", held) is not None
    assert amount_for(words, "Vad var utfallet för kostnaden för Digitalt arkiv?", held) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad landade sjukfrånvaron på 2024?", "utfall 2024: 6,1 %"),
        ("Vad hamnade sjukfrånvaron på 2025?", "utfall 2025: 5,8 %"),
    ],
)
def test_what_a_value_came_to_is_its_outcome(
    words: SwedishWords, facts: FakeFacts, question: str, said: str
) -> None:
    found = best(words, question, facts)
    assert found is not None
    assert said in found.text


def test_a_target_does_not_tell_what_was_reached(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Hur stor blev sjukfrånvaron bland medarbetare 2026?", facts)
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND


def test_another_age_is_another_indicator(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(
        IndicatorFact(
            span=SOMEWHERE,
            subject="Andel simkunniga 9-åringar",
            values=(IndicatorValue("91 %", "2026", ValueRole.TARGET),),
        ),
        "Andel simkunniga 9-åringar\t91 %",
        PLAN,
    )
    assert best(words, "Vad är målet för andelen simkunniga 12-åringar?", held) is None
    assert best(words, "Vad är målet för andelen simkunniga 9-åringar?", held) is not None


def of_grades() -> FakeFacts:
    held = FakeFacts()
    held.hold(
        IndicatorFact(
            span=SOMEWHERE,
            subject="Meritvärde",
            values=(
                IndicatorValue("214", "2024", ValueRole.ACTUAL),
                IndicatorValue("218", "2025", ValueRole.TARGET),
            ),
        ),
        "Genomsnittligt meritvärde | 214 | 218",
        PLAN,
        header="Indikator | Utfall 2024 | Mål 2025",
    )
    return held


def test_an_indicator_that_is_called_a_value_is_not_thereby_a_target(words: SwedishWords) -> None:
    found = best(words, "Vilket meritvärde fick de 2025?", of_grades())
    assert found is None or found.outcome is not Outcome.ANSWERED


def sums(*held: tuple[str, str]) -> FakeFacts:
    facts = FakeFacts()
    for subject, amount in held:
        facts.hold(
            AmountFact(span=SOMEWHERE, subject=subject, amount=amount), f"{subject} {amount}.", DIRECTIVE
        )
    return facts


@pytest.mark.parametrize(
    ("question", "subject", "is_told"),
    [
        ("Vad kostar det digitala arkivet?", "Det digitala arkivet kostar", True),
        ("Hur ska det digitala arkivet finansieras med 7 miljoner kronor?", "Det digitala arkivet kostar", False),
        ("Vilket målvärde har kostnaden för det digitala arkivet?", "Det digitala arkivet kostar", False),
        ("Vad kostar det digitala arkivet i alternativ A?", "Det digitala arkivet kostar", False),
        ("Vad kostar det digitala arkivet i alternativ A?", "Det digitala arkivet kostar i alternativ A", True),
    ],
)  # fmt: skip
def test_a_sum_is_told_where_it_is_news_and_of_the_sort_that_is_asked_for(
    words: SwedishWords, question: str, subject: str, is_told: bool
) -> None:
    assert bool(amounts(an_inquiry(words, question, sums((subject, "7 mnkr"))))) is is_told
