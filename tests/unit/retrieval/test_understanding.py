"""Claims about what is read from a question before any source is opened."""

from datetime import date

import pytest

from knowledge.facts import Role, ValueRole
from knowledge.when import Precision
from retrieval.answer import Intent
from retrieval.asked_for import Expectation
from retrieval.question import Question
from retrieval.understanding import Understanding, understand

TODAY = date(2026, 11, 23)


def read(text: str, *earlier: str) -> Understanding:
    return understand(Question(text, TODAY, earlier=earlier))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vem äger uppdraget?", Expectation.WHO),
        ("Vilken nämnd fick uppdraget?", Expectation.WHO),
        ("När är nästa beslutspunkt?", Expectation.WHEN),
        ("Vilket datum ska rapporten lämnas?", Expectation.WHEN),
        ("Hur mycket kostar simhallen?", Expectation.HOW_MUCH),
        ("Vad kostar simhallen?", Expectation.HOW_MUCH),
        ("Varför avslogs motionen?", Expectation.WHY),
        ("Vilka risker finns?", Expectation.WHICH),
        ("Är planen antagen?", Expectation.WHETHER),
        ("Vad beslutades om simhallen?", Expectation.WHAT),
        ("When does the board meet?", Expectation.WHEN),
        ("Hur sent kan avtalet sägas upp?", Expectation.WHEN),
        ("Why was the motion rejected?", Expectation.WHY),
    ],
)
def test_the_asking_word_says_what_would_answer(question: str, expected: Expectation) -> None:
    assert read(question).expectation is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("När beslutade nämnden och vem reserverade sig?", Expectation.WHEN),
        ("När uppdraget är överlämnat, vem ansvarar då?", Expectation.WHO),
        ("Vad gick yrkandet om badet ut på?", Expectation.WHAT),
        ("Vad gick badet på?", Expectation.HOW_MUCH),
        ("Vem reserverade sig när nämnden beslutade?", Expectation.WHO),
        ("Vad beslutades om simhallen och när?", Expectation.WHAT),
        ("Varför fick nämnden frågan när den redan var avgjord?", Expectation.WHY),
    ],
)
def test_what_is_asked_first_is_what_is_expected(question: str, expected: Expectation) -> None:
    assert read(question).expectation is expected


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Vem leder Minska hyrberoendet?", Role.LEADER),
        ("vem är projektledare för arkivet", Role.LEADER),
        ("Vem äger Minska hyrberoendet?", Role.OWNER),
        ("Vem är koordineringsansvarig för arkivet?", Role.COORDINATOR),
        ("Vem tar emot resultatet?", Role.RECIPIENT),
        ("Vilka sitter i arbetsgruppen?", Role.MEMBER),
        ("Vilken nämnd riktas uppdraget till?", Role.ADDRESSEE),
        ("Vem fick i uppdrag att utreda simhallen?", Role.ADDRESSEE),
        ("Vem ansvarar för säkerheten?", Role.RESPONSIBLE),
        ("Vem var ordförande på mötet?", Role.CHAIR),
        ("Who leads the assignment?", Role.LEADER),
        ("Vilka hade förhinder?", Role.ABSENT),
        ("Vem föredrog ärendet om simhallen?", Role.HANDLER),
        ("Vem ska justera protokollet?", Role.ADJUSTER),
    ],
)
def test_a_role_is_known_by_the_words_for_it(question: str, role: Role) -> None:
    assert role in read(question).roles


@pytest.mark.parametrize(
    "question", ["När ska rabatten vara helt borta?", "I vilket område sitter enheten för sig själv?"]
)
def test_where_and_when_something_is_asks_for_nobody(question: str) -> None:
    assert read(question).roles == ()


def test_a_title_that_one_person_holds_is_the_only_role_asked_for_when_it_stands_first() -> None:
    assert read("Vem är ordförande i styrgruppen för arkivet?").roles == (Role.CHAIR,)
    assert read("Vilka är medlemmar och mottagare?").roles == (Role.MEMBER, Role.RECIPIENT)


def test_the_asking_words_are_no_part_of_the_subject() -> None:
    found = read("Vem är uppdragsledare för uppdraget Minska hyrberoendet?")
    assert found.subject == ("Minska", "hyrberoendet")
    assert "uppdragsledare" in found.asking


def test_a_question_of_asking_words_alone_is_about_the_thing_that_it_names() -> None:
    assert read("Vilka fullmäktigeuppdrag gäller 2025?").subject == ("fullmäktigeuppdrag",)


def test_a_word_of_every_day_that_is_also_a_name_stays_when_written_as_a_name() -> None:
    assert "Bo" in read("Vad yrkade Hans Bo Ek?").subject
    assert "Hans" in read("Vad yrkade Hans Bo Ek?").subject
    assert "hans" not in read("Vad blev hans yrkande om simhallen?").subject


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("Vad beslutades den 17 november 2026?", "2026-11-17", "2026-11-17"),
        ("Vad blev utfallet 2024?", "2024-01-01", "2024-12-31"),
        ("Vad gäller 2025–2027?", "2025-01-01", "2027-12-31"),
        ("Vad ska vara klart i mars 2027?", "2027-03-01", "2027-03-31"),
        ("Vad beslutades den 20 oktober?", "2026-10-20", "2026-10-20"),
    ],
)
def test_dates_are_read_as_wide_as_they_are_said(question: str, start: str, end: str) -> None:
    (when,) = read(question).dates
    assert (when.start, when.end) == (date.fromisoformat(start), date.fromisoformat(end))


def test_dates_and_years_are_taken_out_of_the_subject() -> None:
    found = read("Vad beslutades om simhallen den 17 november 2026?")
    assert found.subject == ("simhallen",)
    assert found.years == (2026,)
    assert found.dates[0].precision is Precision.DAY
    assert read("Vad blev utfallet för sjukfrånvaron 2024?").subject == ("sjukfrånvaron",)


def test_a_span_of_years_names_its_first_and_last() -> None:
    assert read("Vad ska göras 2025–2027?").years == (2025, 2027)


@pytest.mark.parametrize("number", ["RS 68-2024", "VO-2023-00265", "1043-2022", "S2023/02379"])
def test_case_numbers_are_taken_out_whole(number: str) -> None:
    found = read(f"Vad beslutades i ärende {number}?")
    assert found.case_numbers == (number,)
    assert found.dates == ()
    assert found.subject == ()


@pytest.mark.parametrize("written", ["2025-2027", "2024-12", "2024-12-17", "2025/26"])
def test_dates_and_spans_of_years_are_no_case_numbers(written: str) -> None:
    assert read(f"Vad gäller {written} för planen?").case_numbers == ()


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        ("Vad står i § 142?", ("142",)),
        ("Vad beslutades under paragraf 7?", ("7",)),
        ("Vad blev § 12 och § 13?", ("12", "13")),
        ("Vad blev §12/26?", ("12/26",)),
        ("Hur gick det med 142 platser?", ()),
    ],
)
def test_paragraphs_are_read_by_their_sign_or_word(question: str, paragraphs: tuple[str, ...]) -> None:
    assert read(question).paragraphs == paragraphs


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("När är BP2?", ("BP2",)),
        ("när är bp 2 för hyrberoendet", ("BP2",)),
        ("När är BPO?", ("BP0",)),
        ("När är MS1 och BP1?", ("MS1", "BP1")),
        ("När är BP12?", ()),
    ],
)
def test_decision_point_codes_are_read_however_they_are_written(
    question: str, codes: tuple[str, ...]
) -> None:
    assert read(question).codes == codes
    if codes:
        assert read(question).asks_for(Intent.DECISION_POINT)


def test_a_partys_single_letter_is_kept_and_other_single_letters_are_not() -> None:
    assert "S" in read("Hur röstade S om simhallen?").subject
    assert "s" not in read("vad sa region s om simhallen").subject
    assert "K" not in read("Hur röstade K om simhallen?").subject


@pytest.mark.parametrize(
    ("question", "main"),
    [
        ("Vem leder Minska hyrberoendet?", Intent.OWNER),
        ("När är nästa beslutspunkt?", Intent.DECISION_POINT),
        ("Vad beslutades om simhallen?", Intent.DECIDED),
        ("Hur röstade Anna Lind om simhallen?", Intent.VOTE),
        ("Vem reserverade sig mot beslutet?", Intent.DISSENT),
        ("Vad blev utfallet för sjukfrånvaron?", Intent.INDICATOR),
        ("Vad kostar simhallen?", Intent.AMOUNT),
        ("Vad betyder HSN?", Intent.DEFINITION),
        ("Vad står HSN för, som nämndes i går?", Intent.DEFINITION),
        ("Vad är HSN i taxorna?", Intent.DEFINITION),
        ("Hur definieras skyfall i planen?", Intent.DEFINITION),
        ("Vad menar förbundet med skyfall?", Intent.DEFINITION),
        ("Hur voterade man om simhallen?", Intent.VOTE),
        ("Vad är läget för Minska hyrberoendet?", Intent.STATUS),
        ("Vilket diarienummer har simhallen?", Intent.CASE_NUMBER),
        ("När sammanträder regionstyrelsen nästa gång?", Intent.MEETING),
        ("Vilka uppdrag ges till regionstyrelsen?", Intent.LIST),
        ("Berätta om simhallen", Intent.OTHER),
    ],
)
def test_the_most_particular_intent_is_the_main_one(question: str, main: Intent) -> None:
    assert read(question).main is main


def test_who_answers_for_what_was_decided_asks_for_a_person_not_for_the_decision() -> None:
    assert read("Vem ansvarar för beslutet om simhallen?").main is Intent.OWNER
    assert read("Vad beslutade ordföranden om simhallen?").main is Intent.DECIDED


def test_what_is_next_and_what_has_passed_are_told_apart() -> None:
    assert read("När är nästa beslutspunkt?").wants_next
    assert not read("När är nästa beslutspunkt?").wants_passed
    assert read("Vilka beslutspunkter har passerat?").wants_passed
    assert not read("När är BP2?").wants_next
    assert read("När är nästa milstolpe?").wants_milestone
    assert not read("När är nästa beslutspunkt?").wants_milestone


def test_a_proposal_is_asked_for_as_such() -> None:
    assert read("Vad föreslår styrelsen om simhallen?").wants_proposal
    assert not read("Vad beslutade styrelsen om simhallen?").wants_proposal


def test_the_sort_of_value_is_read() -> None:
    assert read("Vad blev utfallet för sjukfrånvaron?").value_roles == (ValueRole.ACTUAL,)
    assert ValueRole.TARGET in read("Vilket målvärde har sjukfrånvaron?").value_roles
    assert ValueRole.BASELINE in read("Vilket startvärde har sjukfrånvaron?").value_roles
    assert ValueRole.FORECAST in read("Vilken prognos har sjukfrånvaron?").value_roles


def test_an_english_question_is_answered_from_swedish_words() -> None:
    found = read("Who is the owner of the assignment on primary care?")
    assert found.language == "en"
    assert found.subject == ("primärvård",)
    assert {"uppdragsägare", "uppdrag"} <= set(found.asking)
    assert found.roles == (Role.OWNER,)
    assert read("Vem äger uppdraget?").language == "sv"


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Who had a conflict of interest in the case of the pool?", ("simhall",)),
        ("Which committees will be evaluating the shelters?", ("nämnd", "utvärdera", "skyddsrum")),
        ("Did Per Lind give any reasons?", ("Per", "Lind", "skäl")),
    ],
)
def test_english_is_read_by_phrases_and_by_the_forms_of_its_words(
    question: str, subject: tuple[str, ...]
) -> None:
    assert set(subject) <= {*read(question).subject, *read(question).asking}


@pytest.mark.parametrize(
    ("question", "is_list"),
    [
        ("Which company supplies Vinga to the region?", False),
        ("Which municipalities are members?", True),
        ("Which new activities are planned?", True),
        ("Which is the next step?", False),
    ],
)
def test_a_verb_in_s_makes_no_list_of_an_english_question(question: str, is_list: bool) -> None:
    assert read(question).wants_list is is_list


def test_a_swedish_name_does_not_make_an_english_question_swedish() -> None:
    assert read("Who leads the assignment Minska hyrberoendet at Region Sjöland?").language == "en"


def test_a_follow_up_takes_its_subject_from_the_thread() -> None:
    found = read("Och vem leder det?", "Vem äger uppdraget Minska hyrberoendet?")
    assert found.subject == ("Minska", "hyrberoendet")
    assert found.roles == (Role.LEADER,)


def test_a_follow_up_leans_on_the_latest_question_that_names_something() -> None:
    found = read("Och när?", "Vem leder simhallen?", "Vem leder arkivet?", "Varför då?")
    assert found.subject == ("arkivet",)


def test_a_follow_up_takes_the_year_of_the_thread_unless_it_names_its_own() -> None:
    before = "Vad blev utfallet för sjukfrånvaron 2024?"
    assert read("Och målet?", before).years == (2024,)
    assert read("Och målet 2025?", before).years == (2025,)


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Vad kostar det?", True),
        ("Vem leder den?", True),
        ("Vad får de göra?", True),
        ("Who leads it?", True),
        ("Hur går det med arkivet?", False),
        ("Vem leder det digitala arkivet?", False),
        ("Vem leder det gemensamma e-arkivet?", False),
        ("Vad beslutades den 17 november?", False),
        ("Vad blev det av motionen?", False),
        ("Finns det risker?", False),
        ("När är de två lägenheterna klara?", False),
        ("Blir det någon hundrastgård?", False),
    ],
)
def test_it_is_told_whether_den_or_det_refers_to_what_was_asked_before(text: str, refers: bool) -> None:
    assert read(text, "Vem äger uppdraget Minska hyrberoendet?").refers_back is refers


def test_a_question_for_the_assignments_of_a_year_leaves_the_thread_alone() -> None:
    asked = Question(
        "Vilka fullmäktigeuppdrag gäller 2027?", date(2026, 11, 23), earlier=("Hur stor är styrelsens ram?",)
    )
    assert "ram" not in understand(asked).subject


def test_a_question_that_names_its_own_subject_leaves_the_thread_alone() -> None:
    found = read("Och vem leder Digitalt arkiv?", "Vem äger uppdraget Minska hyrberoendet?")
    assert found.subject == ("Digitalt", "arkiv")


def test_marks_of_slack_are_no_words_of_the_question() -> None:
    assert read("<@U0ANNA1> Vem äger arkivet?").subject == ("arkivet",)
    assert read("Vem äger  hyr\u00adberoendet ?").subject == ("hyrberoendet",)


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("Hur många vårdplatser har sjukhuset?", "vårdplatser"),
        ("Vilken föreläsare kommer till temadagen?", "föreläsare"),
        ("Vilka är lekmannarevisorer i bolaget?", "lekmannarevisorer"),
        ("Vad heter säkerhetschefen?", "säkerhetschefen"),
        ("Vilka nummer har direktiven?", ""),  # only says of which sort the answer is
        ("Vilket datum är initiativet från?", ""),
        ("Hur mycket ska kommunen betala?", ""),
        ("Hur mycket statliga pengar delas ut?", ""),
        ("På vilken ort byggs badet?", ""),
        ("Vilken annan myndighet deltar?", ""),
        ("Hur många nya tjänster blev det?", "tjänster"),
        ("Vad beslutades om simhallen?", ""),
    ],
)
def test_the_word_after_the_question_word_is_the_very_thing(question: str, focus: str) -> None:
    assert read(question).focus == focus


def test_how_long_is_asked_of_time() -> None:
    assert read("Hur länge gäller avtalet?").expectation is Expectation.WHEN


@pytest.mark.parametrize(
    ("question", "read_as"),
    [
        ("nästa beslutspunk för simhallen?", "nästa beslutspunkt för simhallen?"),
        ("Vilken milstolpe står på tur?", "Vilken milstolpe nästa?"),
        ("Vem har hand om simhallen?", "Vem ansvarar för simhallen?"),
        ("Vem är uppdragsgivare?", "Vem är uppdragsgivare?"),
        ("Läggs Bäckaskolan ner?", "avveckla Bäckaskolan?"),
        ("Hur länge har utredaren på sig?", "när ska utredaren vara klar?"),
        ("Fr o m vilket datum gäller taxan?", "från och med vilket datum gäller taxan?"),
        ("hur mkt ska man betala för uteservering", "hur stor är avgiften för uteservering"),
        ("Vem ringer man om skolorna?", "Vem kontakta om skolorna?"),
        ("Vad har projektet gjort av med i år?", "Vad har projektet förbrukat  i år?"),
        ("Vilka myndigheter ska jobba ihop?", "Vilka myndigheter ska samverka?"),
        ("Lista de sex uppdragen VO1 till VO6", "Lista uppdragen "),
        ("Vem blev ny ordf i nämnden?", "Vem blev ny ordförande i nämnden?"),
        ("Vad har HSN för åtgärder mot köerna?", "vilka åtgärder har HSN  mot köerna?"),
        ("Sa fullmäktige ja eller nej till badet?", "vad beslutades fullmäktige om badet?"),
        ("Vad gjorde KS med ärendet om badet?", "vad beslutades KS om ärendet om badet?"),
        ("Vilka ställde sig utanför beslutet?", "Vilka deltog inte i beslutet?"),
        ("Vem driver projektet om badet?", "Vem leder projektet om badet?"),
        ("Vem tar hand om badet när projektet är klart?", "Vem är mottagare av badet projektet?"),
        ("Vem togs in i styrgruppen?", "Vem utökades i styrgruppen?"),
        ("Var hamnade nöjdheten på?", "Var blev nöjdheten på?"),
        ("Var hamnar nöjdheten på?", "Var blev nöjdheten på?"),
        ("Vilka hamnar byggs ut i Ekby?", "Vilka hamnar byggs ut i Ekby?"),
        ("När tar nämnden ställning till badet?", "När avgör nämnden om badet?"),
        ("Möten i sep och dec?", "Möten i september och december?"),
        ("Vad sa Jan Ek om badet?", "Vad sa Jan Ek om badet?"),
        ("När räknas en läcka som akut?", "vad menas med akut läcka?"),
        ("När stämmer man av läget för badet?", "När avstämning badet?"),
        ("Vilka lät bli att delta?", "Vilka inte delta?"),
        ("Vad la Anna Lind till i taxan?", "Vad tilläggsyrkande Anna Lind  i taxan?"),
        ("Vart skickade nämnden tillbaka badet?", "Vart återremitterade nämnden  badet?"),
        ("Gick det igenom att badet ska stängas?", "vad beslutades om badet ska stängas?"),
        ("hur många lgh byggs", "hur många lägenheter byggs"),
        ("Vad sas i RS 17/12 2024?", "Vad sas i RS 17 december 2024?"),
        ("Vad sas på mötet den 3/5?", "Vad sas på mötet den 3 maj?"),
        ("Vilket utbud gäller 26/27?", "Vilket utbud gäller 2026/2027?"),
        ("Vad kostar badet 2025-26?", "Vad kostar badet 2025–2026?"),
        ("Vad gäller 2025-12?", "Vad gäller 2025-12?"),
        ("nar ar nasta bad", "när är nästa bad"),
        ("Vem på förvaltningen ansvarar för badet?", "vilken tjänsteperson ansvarar för badet?"),
        ("När är nästa grind?", "När är nästa beslutspunkt?"),
        ("Vad gäller i ärende 12/24?", "Vad gäller i ärende 12/24?"),
        ("Hur många tolvåringar badar?", "Hur många 12-åringar badar?"),
    ],
)
def test_slips_and_idioms_are_read_as_the_words_of_the_field(question: str, read_as: str) -> None:
    assert understand(Question(question, date(2026, 11, 23))).text == read_as


def test_months_with_one_year_are_one_stretch() -> None:
    (when,) = understand(Question("Hur gick det januari–augusti 2025?", date(2026, 11, 23))).dates
    assert (when.start, when.end) == (date(2025, 1, 1), date(2025, 8, 31))


def test_a_swedish_word_in_brackets_stands_for_the_english_before_it() -> None:
    asked = understand(Question("Who leads the review of school transport (skolskjuts)?", date(2026, 11, 23)))
    assert "skolskjuts" in asked.subject
    assert not {"transport", "skola", "skjuts"} & set(asked.subject)


@pytest.mark.parametrize(
    ("question", "year"),
    [("Vad är avgiften i år?", 2026), ("Vad var målet i fjol?", 2025), ("Målet nästa år?", 2027)],
)
def test_a_year_told_from_today_is_that_year(question: str, year: int) -> None:
    assert read(question).years == (year,)


def test_a_document_may_be_named_by_its_year() -> None:
    assert read("Vem är skolchef enligt verksamhetsplanen för 2025?").document_years == {2025}
    assert read("Hur stor är budgeten för 2025?").document_years == frozenset()


def test_laying_down_a_vote_is_to_abstain() -> None:
    assert read("Varför lade Mia Ek ner sin röst?").asks_for(Intent.DISSENT)


def test_how_many_there_are_says_nothing_of_which() -> None:
    assert "tre" not in read("Vilka tre mål har nämnden?").subject
    assert "tre" in read("Vad kostar tre bussar?").subject


def test_how_a_matter_was_ruled_is_what_a_question_of_whether_asks() -> None:
    asked = understand(Question("Antogs riktlinjen för utemiljö?", date(2026, 11, 23)))
    assert asked.subject == ("riktlinjen", "utemiljö")
    assert "antogs" in asked.asking


def test_what_became_of_a_proposal_is_no_question_for_the_proposal() -> None:
    assert not read("Vad hände med förslaget om nya regler?").wants_proposal
    assert read("Vad föreslog nämnden om nya regler?").wants_proposal


def test_a_name_is_not_the_thing_that_is_counted() -> None:
    assert read("Hur många av Ekby kommuns simhallar renoverades?").focus == ""


def test_why_something_is_so_asks_for_no_role() -> None:
    found = read("Vad berodde det på att barnsekreterarna inte sitter ihop?")
    assert found.expectation is Expectation.WHY
    assert found.roles == ()
    assert read("Vem var sekreterare?").roles == (Role.SECRETARY,)


@pytest.mark.parametrize(
    "question", ["Vad berodde köerna på?", "Vad är skälet till köerna?", "Vad är anledningen till köerna?"]
)
def test_what_asks_for_a_reason_names_no_subject(question: str) -> None:
    assert read(question).subject == ("köerna",)
    assert read("Vilka skäl angavs för köerna?").expectation is Expectation.WHY


def test_a_starting_value_is_not_of_the_year_of_the_target_before_it() -> None:
    before = "Vilket mål har badet 2030?"
    assert read("vad var startvärdet?", before).years == ()
    assert read("vad var utfallet?", before).years == (2030,)


def test_the_next_meeting_of_a_board_is_asked_for_in_english() -> None:
    assert read("When is the next board meeting of Ekby?").main is Intent.MEETING


def test_the_sort_of_the_actor_who_is_asked_for_need_not_be_said() -> None:
    assert read("Vilket företag levererar Vinga?").subject == ("levererar", "Vinga")
    assert read("Vilket företag?").subject == ("företag",)
