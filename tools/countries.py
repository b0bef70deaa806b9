"""Write tajikcli/language/names_of_countries.py: the names of every country, territory and region of the world.

Names in the languages of `LANGUAGES` are from Unicode's CLDR, through Babel. Words that CLDR does not have
(adjectives, inhabitants, other names, unions of states) are below. Run `make cldr` after changing either.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import babel
from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

# For each CLDR code: English words, then Russian and German words after `|`. Single words are adjectives or
# inhabitants, except words after `=` or in capitals, which are names. A word that begins with a lower-case letter here
# may also do so in a text.
OTHER_WORDS = """
001 world, global | мировой, глобальный | weltweit
002 African | африканский | afrikanisch
003 North American | североамериканский
005 South American | южноамериканский
009 Oceanian | океанийский
013 Central American | центральноамериканский
019 =America, American | американский
029 Caribbean | карибский
142 Asian | азиатский | asiatisch
143 Central Asian | центральноазиатский, среднеазиатский, Средняя Азия, Центральная Азия
035 Southeast Asian, South-East Asia, South-East Asian |
150 European | европейский
151 East European, Eastern European | восточноевропейский
155 West European, Western European | западноевропейский
419 Latin American | латиноамериканский
AD Andorran | андоррский
AE UAE, =Emirates, Emirati | Эмираты, эмиратский, =Аморот
AF Afghan | афганский, афғон | afghanisch
AG Antiguan, Barbudan | антигуанский
AL Albanian | албанский
AM Armenian | армянский | armenisch
AO Angolan | ангольский
AQ Antarctic | антарктический
AR Argentine, Argentinian | аргентинский | argentinisch
AT Austrian | австрийский | österreichisch
AU Australian | австралийский | australisch
AW Aruban | арубский
AZ Azerbaijani, Azeri | азербайджанский | aserbaidschanisch
BA Bosnia, Bosnian, =Herzegovina | Босния, боснийский | bosnisch
BB Barbadian | барбадосский
BD Bangladeshi | бангладешский
BE Belgian | бельгийский | belgisch
BF Burkina, Burkinabe | буркинийский
BG Bulgarian | болгарский | bulgarisch
BH Bahraini | бахрейнский
BI Burundian | бурундийский
BJ Beninese | бенинский
BM Bermudian | бермудский
BN Bruneian | брунейский
BO Bolivian | боливийский
BR Brazilian | бразильский | brasilianisch
BS Bahamian | багамский
BT Bhutanese | бутанский
BW Botswanan | ботсванский
BY Belarusian, Belarussian, Byelorussian | белорусский, белорусско, Белоруссия, =Белорусия, =Беларус | belarussisch
BZ Belizean | белизский
CA Canadian | канадский | kanadisch
CD Congo, Congolese, DRC, DR Congo, Democratic Republic of the Congo | Конго, конголезский, ДРК
CF Central African | центральноафриканский, ЦАР
CG Congo, Congolese, Republic of the Congo | Конго, конголезский
CH Swiss | швейцарский | schweizerisch
CI Ivory Coast, Cote d'Ivoire, Ivorian | ивуарийский
CL Chilean | чилийский
CM Cameroonian | камерунский
CN Chinese, PRC, Sino | китайский, КНР, =Чин | chinesisch
CO Colombian | колумбийский
CR Costa Rican | костариканский
CU Cuban | кубинский
CV Cabo Verde, Cape Verdean | кабо-вердийский
CW Curacaoan | кюрасаоский
CY Cypriot | кипрский
CZ Czech, Czech Republic | чешский | tschechisch, Tschechische Republik
DE German | немецкий, германский, германо, ФРГ | deutsch
DJ Djiboutian | джибутийский
DK Danish, Dane, Danes | датский | dänisch
DM Dominican | доминикский
DO Dominican | доминиканский
DZ Algerian | алжирский
EC Ecuadorian, Ecuadorean | эквадорский
EE Estonian | эстонский | estnisch
EG Egyptian | египетский | ägyptisch
EH Sahrawi | сахарский
ER Eritrean | эритрейский
ES Spanish, Spaniard, Spaniards | испанский | spanisch
ET Ethiopian | эфиопский
EU EU | ЕС, Евросоюз, евросоюзный | europäisch
EZ Euro area, euro zone, eurozone | еврозона
FI Finnish, Finn, Finns | финский, финляндский | finnisch
FJ Fijian | фиджийский
FK Falklands | фолклендский
FM Micronesian | микронезийский
FO Faroese | фарерский
FR French, Franco | французский, франко | französisch
GA Gabonese | габонский
GB UK, =Britain, Great Britain, British, Briton, =England, English, =Scotland, Scottish, =Wales, Welsh, Northern Ireland, Anglo | Британия, Соединенное Королевство, британский, английский, англо, Англия, Шотландия, шотландский, Уэльс | britisch, englisch, Grossbritannien, Großbritannien, England
GD Grenadian | гренадский
GE Georgian | грузинский | georgisch
GH Ghanaian | ганский
GI Gibraltarian | гибралтарский
GL Greenlandic | гренландский
GM Gambian | гамбийский
GN Guinean | гвинейский
GP Guadeloupean | гваделупский
GQ Equatorial Guinean, Equatoguinean | экваториально-гвинейский
GR Greek | греческий | griechisch
GT Guatemalan | гватемальский
GW Bissau-Guinean | бисау-гвинейский
GY Guyanese | гайанский
HK Hong Kong, Hongkonger | Гонконг, гонконгский
HN Honduran | гондурасский
HR Croatian, Croat | хорватский | kroatisch
HT Haitian | гаитянский
HU Hungarian | венгерский | ungarisch
ID Indonesian | индонезийский
IE Irish | ирландский | irisch
IL Israeli | израильский | israelisch
IN Indian, Indo | индийский, индо | indisch
IQ Iraqi | иракский | irakisch
IR Iranian | иранский, ИРИ | iranisch
IS Icelandic, Icelander | исландский
IT Italian, Italo | итальянский, итало | italienisch
JM Jamaican | ямайский
JO Jordanian | иорданский
JP Japanese | японский, японо, =Ҷопон | japanisch
KE Kenyan | кенийский
KG Kyrgyz, Kyrgyz Republic, Kirghiz, =Kirghizia, Kyrgyzstani | киргизский, кыргызский, Кыргызстан, Кыргызская Республика, қирғиз | kirgisisch
KH Cambodian, Khmer | камбоджийский
KI Kiribatian | кирибатийский
KM Comorian, Comoran | коморский
KP North Korean, DPRK, =Korea, Korean | северокорейский, Северная Корея, корейский, Корея | nordkoreanisch
KR South Korean, Republic of Korea, =Korea, Korean | южнокорейский, Южная Корея, =Куриё, =Куриёи Ҷанубӣ, корейский, корейско, Корея | südkoreanisch, koreanisch
KW Kuwaiti | кувейтский
KZ Kazakh, Kazakhstani | казахстанский, казахский, қазоқ | kasachisch
LA Lao, Laotian | лаосский
LB Lebanese | ливанский
LC Saint Lucian | сент-люсийский
LI Liechtensteiner | лихтенштейнский
LK Sri Lankan | шри-ланкийский, ланкийский
LR Liberian | либерийский
LS Basotho, Mosotho | лесотский
LT Lithuanian | литовский | litauisch
LU Luxembourgish, Luxembourger | люксембургский | luxemburgisch
LV Latvian | латвийский, латышский | lettisch
LY Libyan | ливийский
MA Moroccan | марокканский | marokkanisch
MC Monegasque, Monacan | монакский
MD Moldovan, Moldavian | молдавский, молдово, Молдавия
ME Montenegrin | черногорский
MG Malagasy, Madagascan | мадагаскарский, малагасийский
MH Marshallese | маршалльский
MK Macedonia, Macedonian | македонский, Македония
ML Malian | малийский
MM Myanmar, =Burma, Burmese | Мьянма, Бирма, мьянманский, бирманский
MN Mongolian | монгольский, монголо
MO Macao, =Macau, Macanese | Макао, аомыньский
MQ Martinican | мартиникский
MR Mauritanian | мавританский
MT Maltese | мальтийский
MU Mauritian | маврикийский
MV Maldivian | мальдивский
MW Malawian | малавийский
MX Mexican | мексиканский | mexikanisch
MY Malaysian, Malay | малайзийский, малайский
MZ Mozambican | мозамбикский
NA Namibian | намибийский
NC New Caledonian | новокаледонский
NE Nigerien | нигерский
NG Nigerian | нигерийский | nigerianisch
NI Nicaraguan | никарагуанский
NL Holland, Dutch | нидерландский, голландский, Голландия | niederländisch, holländisch, Holland
NO Norwegian | норвежский | norwegisch
NP Nepali, Nepalese | непальский
NR Nauruan | науруанский
NZ New Zealander | новозеландский
OM Omani | оманский
PA Panamanian | панамский
PE Peruvian | перуанский
PG Papuan | папуасский
PH Philippine, Filipino | филиппинский
PK Pakistani | пакистанский | pakistanisch
PL Polish, Pole, Poles | польский, польско | polnisch
PR Puerto Rican | пуэрто-риканский
PS Palestine, Palestinian | Палестина, палестинский
PT Portuguese | португальский | portugiesisch
PW Palauan | палауский
PY Paraguayan | парагвайский
QA Qatari | катарский
RO Romanian | румынский | rumänisch
RS Serbian, Serb | сербский | serbisch
RU Russian, Russian Federation | российский, русский, РФ, Российская Федерация, русско, рус | russisch
RW Rwandan | руандийский
SA Saudi, Saudi Arabian, KSA | саудовский | saudisch
SB Solomons | соломонский
SC Seychellois | сейшельский
SD Sudanese | суданский
SE Swedish, Swede, Swedes | шведский | schwedisch
SG Singaporean | сингапурский
SI Slovenian, Slovene | словенский | slowenisch
SK Slovak | словацкий | slowakisch
SL Sierra Leonean | сьерра-леонский
SM Sammarinese | сан-маринский
SN Senegalese | сенегальский | senegalesisch
SO Somali | сомалийский
SR Surinamese | суринамский
SS South Sudanese | южносуданский
ST Santomean | сантомийский
SV Salvadoran, Salvadorean | сальвадорский
SY Syrian | сирийский
SZ Swaziland, Swazi | свазилендский, Свазиленд
TD Chadian | чадский
TG Togolese | тоголезский
TH Thai | таиландский, тайский, Тайланд
TJ Tajik, Tajikistani, Tadzhik, =Tadzhikistan | таджикский, таджикистанский, тоҷик | tadschikisch
TL East Timor, Timorese | тиморский
TM Turkmen, Turkmenistani | туркменский, туркменистанский, Туркмения, туркман | turkmenisch
TN Tunisian | тунисский
TO Tongan | тонганский
TR Turkey, Turkish, Turk | турецкий, турецко | türkisch
TT Trinidad, Trinidadian, Tobagonian | тринидадский
TV Tuvaluan | тувалуанский
TW Taiwanese | тайваньский
TZ Tanzanian | танзанийский
UA Ukrainian | украинский, украино | ukrainisch
UG Ugandan | угандийский
UN UN | ООН
US US, USA, U.S., United States of America, =America, American | США, Америка, =Амрико, американский, американо | amerikanisch, Amerika, Vereinigte Staaten, Vereinigten Staaten
UY Uruguayan | уругвайский
UZ Uzbek, Uzbekistani | узбекский, узбекистанский, узбек | usbekisch
VA Vatican, Holy See | ватиканский, Святой Престол
VC Vincentian | сент-винсентский
VE Venezuelan | венесуэльский
VN Vietnamese, Viet Nam | вьетнамский, вьетнамо | vietnamesisch
VU Ni-Vanuatu | вануатский
WS Samoan | самоанский
XK Kosovar | косовский
YE Yemeni | йеменский
ZA South African, RSA | южноафриканский, ЮАР | südafrikanisch
ZM Zambian | замбийский
ZW Zimbabwean | зимбабвийский
african-union AU, African Union | Африканский союз
apec APEC | АТЭС
arab-league Arab League, Arab | арабский, Лига арабских государств, ЛАГ
asean ASEAN | АСЕАН
brics BRICS | БРИКС
cis CIS, Commonwealth of Independent States | СНГ, Содружество Независимых Государств
csto CSTO | ОДКБ
eaeu EAEU, EEU, Eurasian Economic Union, Eurasian | ЕАЭС, Евразийский экономический союз, евразийский
ecowas ECOWAS | ЭКОВАС
gcc GCC, =Gulf | ССАГПЗ
mercosur Mercosur | МЕРКОСУР
nato NATO | НАТО
oecd OECD | ОЭСР
opec OPEC | ОПЕК
osce OSCE | ОБСЕ
sco SCO, Shanghai Cooperation Organisation, Shanghai Cooperation Organization | ШОС, Шанхайская организация сотрудничества
soviet Soviet, Soviet Union, USSR | советский, СССР, Советский Союз
"""

# the world (see below), pseudo-locales, and the code for unknown regions
_LEFT_OUT = {"001", "QO", "XA", "XB", "ZZ"}
LANGUAGES = ("en", "ru", "tg", "de")

HEAD = '''"""The names of every country, territory and region, and of some unions of states, written by `make cldr`.

Names come from Unicode's CLDR {version} (© Unicode, Inc., Unicode License v3, https://www.unicode.org/license.txt),
other words from tools/countries.py. Each line has a code, the names, and the adjectives, in all languages.
"""

NAMES = """
'''


def _written(name: str) -> list[str]:
    """Return the forms of a name from CLDR: the part in brackets is a separate name, and `&` becomes `and`."""
    if " - " in name:  # `Congo - Kinshasa`, which texts do not use
        return []
    plain, _, bracket = name.partition(" (")
    ways = [
        plain.replace(" & ", " and ")
        .replace("о-ва", "острова")
        .replace("о-в", "остров")
        .replace("SAR China", "")
        .strip()
    ]
    if bracket and not re.search(r"САР|США|Великобритания|МММ", bracket):
        ways.append(bracket.rstrip(")"))
    return ways + [way.replace("St. ", "Saint ") for way in ways if "St. " in way]


# The peoples of countries in Russian | in Tajik: the beginnings to which `PLURALS` add their endings.
PEOPLES = """
AF афганц | афғон
AM армян | арман
AZ азербайджанц | озарбойҷон
BY белорус |
CN китайц |
DE немц | олмон
GE грузин | гурҷ
IN индийц |
IR иранц | эрон
KG киргиз кыргыз | қирғиз
KZ казах | қазоқ
MD молдаван |
MN монгол | муғул
PK пакистанц | покистон
RU россиян | рус
TJ таджик | тоҷик
TM туркмен | туркман
TR турк |
UA украинц | украин
US американц |
UZ узбек | ӯзбек
"""
PLURALS = "и ы е ов ев ам ами ах", "ҳо ҳои ҳоро он они онро"


def peoples() -> Iterator[tuple[str, str]]:
    """Yield the plurals of peoples, each with the code of its country."""
    for line in PEOPLES.strip().splitlines():
        code, _, words = line.partition(" ")
        for begun, endings in zip(words.split("|"), PLURALS, strict=True):
            for word in begun.split():
                # `россиян` is a genitive, but nothing ends in `китайц`.
                some = endings.split() if word.endswith("ц") else ["", *endings.split()]
                yield from ((code, word + ending) for ending in some)


def main() -> None:
    """Print the module."""
    names: dict[str, dict[str, None]] = {}
    adjectives: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for code, name in sorted(Locale(language).territories.items()):
            if code not in _LEFT_OUT:
                names.setdefault(code, {}).update(dict.fromkeys(_written(name)))
    for line in OTHER_WORDS.strip().splitlines():
        code, _, words = line.partition(" ")
        for word in filter(None, (word.strip() for word in re.split(r"[,|]", words))):
            if re.fullmatch(r"[A-Z][a-z]+(-[A-Z]?[a-z]+)?|[a-zäöüßа-яё-]+", word):
                adjectives.setdefault(code, []).append(word)
            else:
                names.setdefault(code, {})[word.removeprefix("=")] = None
    for code, word in peoples():
        names.setdefault(code, {})[word] = None
    sys.stdout.write(HEAD.format(version=cldr_version(babel.__version__)))
    for code in sorted(names.keys() | adjectives.keys()):
        line = f"{code}: {', '.join(names.get(code, ()))}; {', '.join(adjectives.get(code, ()))}"
        sys.stdout.write(f"{line.rstrip()}\n")
    sys.stdout.write('"""\n')


def cldr_version(babel_version: str) -> str:
    """Return the version of CLDR in a version of Babel, according to Babel's changelog."""
    return {"2.17.0": "46", "2.18.0": "47"}.get(babel_version, f"as in Babel {babel_version}")


if __name__ == "__main__":
    main()
