"""What every country, territory and region is called, and some unions of states: written by `make cldr`.

Names come from Unicode's CLDR 47 (© Unicode, Inc., Unicode License v3, https://www.unicode.org/license.txt),
other words from tools/countries.py. A line has a code, then names; then adjectives, in English, Russian and Tajik.
"""

NAMES = """
001: ; world, global, мировой, глобальный
002: Africa, Африка, Африқо; African, африканский
003: North America, Северная Америка, Америкаи Шимолӣ, North American; североамериканский
005: South America, Южная Америка, Америкаи Ҷанубӣ, South American; южноамериканский
009: Oceania, Океания, Уқёнус; Oceanian, океанийский
011: Western Africa, Западная Африка, Африқои Ғарбӣ;
013: Central America, Центральная Америка, Америкаи Марказӣ, Central American; центральноамериканский
014: Eastern Africa, Восточная Африка, Африқои Шимолӣ;
015: Northern Africa, Северная Африка, Африқои Шарқӣ;
017: Middle Africa, Центральная Африка, Африқои Миёна;
018: Southern Africa, Южная Африка, Африқои Ҷанубӣ;
019: Americas, Америка, America; American, американский
021: Northern America, Североамериканский регион, Амрикои Шимолӣ;
029: Caribbean, Карибы, Кариб; Caribbean, карибский
030: Eastern Asia, Восточная Азия, Осиёи Шарқӣ;
034: Southern Asia, Южная Азия, Осиёи Ҷанубӣ;
035: Southeast Asia, Юго-Восточная Азия, Осиёи Ҷанубу Шарқӣ, Southeast Asian, South-East Asia, South-East Asian;
039: Southern Europe, Южная Европа, Аврупои Ҷанубӣ;
053: Australasia, Австралазия, Австралияву Осиё;
054: Melanesia, Меланезия;
057: Micronesian Region, Микронезия, Минтақаи Микронезия;
061: Polynesia, Полинезия;
142: Asia, Азия, Осиё; Asian, азиатский
143: Central Asia, Центральная Азия, Осиёи Марказӣ, Central Asian, Средняя Азия; центральноазиатский, среднеазиатский
145: Western Asia, Западная Азия, Осиёи Ғарбӣ;
150: Europe, Европа, Аврупо; European, европейский
151: Eastern Europe, Восточная Европа, Аврупои Шарқӣ, East European, Eastern European; восточноевропейский
154: Northern Europe, Северная Европа, Аврупои Шимолӣ;
155: Western Europe, Западная Европа, Аврупои Ғарбӣ, West European, Western European; западноевропейский
202: Sub-Saharan Africa, Тропическая Африка, Африқои Суб-Сахара;
419: Latin America, Латинская Америка, Америкаи Лотинӣ, Latin American; латиноамериканский
AC: Ascension Island, остров Вознесения, Асунсон;
AD: Andorra, Андорра; Andorran, андоррский
AE: United Arab Emirates, ОАЭ, Аморатҳои Муттаҳидаи Араб, UAE, Emirates, Эмираты; Emirati, эмиратский
AF: Afghanistan, Афганистан, Афғонистон; Afghan, афганский
AG: Antigua and Barbuda, Антигуа и Барбуда, Антигуа ва Барбуда; Antiguan, Barbudan, антигуанский
AI: Anguilla, Ангилья, Ангилия;
AL: Albania, Албания; Albanian, албанский
AM: Armenia, Армения, Арманистон; Armenian, армянский
AO: Angola, Ангола; Angolan, ангольский
AQ: Antarctica, Антарктида; Antarctic, антарктический
AR: Argentina, Аргентина; Argentine, Argentinian, аргентинский
AS: American Samoa, Американское Самоа, Самоаи Америка;
AT: Austria, Австрия; Austrian, австрийский
AU: Australia, Австралия; Australian, австралийский
AW: Aruba, Аруба; Aruban, арубский
AX: Åland Islands, Аландские острова, Ҷазираҳои Аланд;
AZ: Azerbaijan, Азербайджан, Озарбойҷон; Azerbaijani, Azeri, азербайджанский
BA: Bosnia and Herzegovina, Босния и Герцеговина, Босния ва Ҳерсеговина, Herzegovina, Босния; Bosnia, Bosnian, боснийский
BB: Barbados, Барбадос; Barbadian, барбадосский
BD: Bangladesh, Бангладеш; Bangladeshi, бангладешский
BE: Belgium, Бельгия, Белгия; Belgian, бельгийский
BF: Burkina Faso, Буркина-Фасо; Burkina, Burkinabe, буркинийский
BG: Bulgaria, Болгария, Булғория; Bulgarian, болгарский
BH: Bahrain, Бахрейн, Баҳрайн; Bahraini, бахрейнский
BI: Burundi, Бурунди; Burundian, бурундийский
BJ: Benin, Бенин; Beninese, бенинский
BL: St. Barthélemy, Saint Barthélemy, Сен-Бартелеми, Сент-Бартелми;
BM: Bermuda, Бермудские острова, Бермуда; Bermudian, бермудский
BN: Brunei, Бруней; Bruneian, брунейский
BO: Bolivia, Боливия; Bolivian, боливийский
BQ: Caribbean Netherlands, Бонэйр, Синт-Эстатиус и Саба, Кариби Нидерланд;
BR: Brazil, Бразилия; Brazilian, бразильский
BS: Bahamas, Багамы, Багам; Bahamian, багамский
BT: Bhutan, Бутан, Бутон; Bhutanese, бутанский
BV: Bouvet Island, остров Буве, Ҷазираи Буве;
BW: Botswana, Ботсвана; Botswanan, ботсванский
BY: Belarus, Беларусь, Белорус, Белоруссия; Belarusian, Belarussian, Byelorussian, белорусский, белорусско
BZ: Belize, Белиз; Belizean, белизский
CA: Canada, Канада; Canadian, канадский
CC: Cocos, Keeling) Islands, Кокосовые острова, Ҷазираҳои Кокос, Килинг;
CD: DRC, DR Congo, Democratic Republic of the Congo, Конго, ДРК; Congo, Congolese, конголезский
CF: Central African Republic, Центрально-Африканская Республика, Ҷумҳурии Африқои Марказӣ, Central African, ЦАР; центральноафриканский
CG: Republic of the Congo, Конго; Congo, Congolese, конголезский
CH: Switzerland, Швейцария, Швейтсария; Swiss, швейцарский
CI: Côte d’Ivoire, Кот-д’Ивуар, Ivory Coast, Cote d'Ivoire; Ivorian, ивуарийский
CK: Cook Islands, острова Кука, Ҷазираҳои Кук;
CL: Chile, Чили; Chilean, чилийский
CM: Cameroon, Камерун; Cameroonian, камерунский
CN: China, Китай, Хитой, PRC, КНР; Chinese, Sino, китайский
CO: Colombia, Колумбия; Colombian, колумбийский
CP: Clipperton Island, остров Клиппертон, Ҷазираи Клиппертон;
CQ: Sark;
CR: Costa Rica, Коста-Рика, Costa Rican; костариканский
CU: Cuba, Куба; Cuban, кубинский
CV: Cape Verde, Кабо-Верде, Cabo Verde, Cape Verdean; кабо-вердийский
CW: Curaçao, Кюрасао; Curacaoan, кюрасаоский
CX: Christmas Island, остров Рождества, Ҷазираи Крисмас;
CY: Cyprus, Кипр; Cypriot, кипрский
CZ: Czechia, Чехия, Ҷумҳурии Чех, Czech Republic; Czech, чешский
DE: Germany, Германия, ФРГ; German, немецкий, германский, германо
DG: Diego Garcia, Диего-Гарсия;
DJ: Djibouti, Джибути, Ҷибути; Djiboutian, джибутийский
DK: Denmark, Дания; Danish, Dane, Danes, датский
DM: Dominica, Доминика; Dominican, доминикский
DO: Dominican Republic, Доминиканская Республика, Ҷумҳурии Доминикан; Dominican, доминиканский
DZ: Algeria, Алжир, Алҷазоир; Algerian, алжирский
EA: Ceuta and Melilla, Сеута и Мелилья, Сеута ва Мелилла;
EC: Ecuador, Эквадор; Ecuadorian, Ecuadorean, эквадорский
EE: Estonia, Эстония; Estonian, эстонский
EG: Egypt, Египет, Миср; Egyptian, египетский
EH: Western Sahara, Западная Сахара, Сахараи Ғарбӣ; Sahrawi, сахарский
ER: Eritrea, Эритрея; Eritrean, эритрейский
ES: Spain, Испания; Spanish, Spaniard, Spaniards, испанский
ET: Ethiopia, Эфиопия; Ethiopian, эфиопский
EU: European Union, Европейский союз, Иттиҳоди Аврупо, EU, ЕС, Евросоюз; евросоюзный
EZ: Eurozone, еврозона, Минтақаи Аврупо, Euro area, euro zone; eurozone, еврозона
FI: Finland, Финляндия; Finnish, Finn, Finns, финский, финляндский
FJ: Fiji, Фиджи, Фиҷи; Fijian, фиджийский
FK: Falkland Islands, Фолклендские острова, Ҷазираҳои Фолкленд; Falklands, фолклендский
FM: Micronesia, Федеративные Штаты Микронезии, Штатҳои Федеративии Микронезия; Micronesian, микронезийский
FO: Faroe Islands, Фарерские острова, Ҷазираҳои Фарер; Faroese, фарерский
FR: France, Франция, Фаронса; French, Franco, французский, франко
GA: Gabon, Габон; Gabonese, габонский
GB: United Kingdom, Великобритания, Шоҳигарии Муттаҳида, UK, Britain, Great Britain, England, Scotland, Wales, Northern Ireland, Британия, Соединенное Королевство, Англия, Шотландия, Уэльс; British, Briton, English, Scottish, Welsh, Anglo, британский, английский, англо, шотландский
GD: Grenada, Гренада; Grenadian, гренадский
GE: Georgia, Грузия, Гурҷистон; Georgian, грузинский
GF: French Guiana, Французская Гвиана, Гвианаи Фаронса;
GG: Guernsey, Гернси;
GH: Ghana, Гана; Ghanaian, ганский
GI: Gibraltar, Гибралтар; Gibraltarian, гибралтарский
GL: Greenland, Гренландия; Greenlandic, гренландский
GM: Gambia, Гамбия; Gambian, гамбийский
GN: Guinea, Гвинея; Guinean, гвинейский
GP: Guadeloupe, Гваделупа; Guadeloupean, гваделупский
GQ: Equatorial Guinea, Экваториальная Гвинея, Гвинеяи Экваторӣ, Equatorial Guinean; Equatoguinean, экваториально-гвинейский
GR: Greece, Греция, Юнон; Greek, греческий
GS: South Georgia and South Sandwich Islands, Южная Георгия и Южные Сандвичевы острова, Ҷорҷияи Ҷанубӣ ва Ҷазираҳои Сандвич;
GT: Guatemala, Гватемала; Guatemalan, гватемальский
GU: Guam, Гуам;
GW: Guinea-Bissau, Гвинея-Бисау; Bissau-Guinean, бисау-гвинейский
GY: Guyana, Гайана; Guyanese, гайанский
HK: Hong Kong, Гонконг, Ҳонконг; Hongkonger, гонконгский
HM: Heard and McDonald Islands, острова Херд и Макдональд, Ҷазираи Ҳерд ва Ҷазираҳои Макдоналд;
HN: Honduras, Гондурас; Honduran, гондурасский
HR: Croatia, Хорватия; Croatian, Croat, хорватский
HT: Haiti, Гаити; Haitian, гаитянский
HU: Hungary, Венгрия, Маҷористон; Hungarian, венгерский
IC: Canary Islands, Канарские острова, Ҷазираҳои Канария;
ID: Indonesia, Индонезия; Indonesian, индонезийский
IE: Ireland, Ирландия; Irish, ирландский
IL: Israel, Израиль, Исроил; Israeli, израильский
IM: Isle of Man, остров Мэн, Ҷазираи Мэн;
IN: India, Индия, Ҳиндустон; Indian, Indo, индийский, индо
IO: British Indian Ocean Territory, Британская территория в Индийском океане, Қаламрави Британия дар уқёнуси Ҳинд;
IQ: Iraq, Ирак, Ироқ; Iraqi, иракский
IR: Iran, Иран, Эрон, ИРИ; Iranian, иранский
IS: Iceland, Исландия; Icelandic, Icelander, исландский
IT: Italy, Италия; Italian, Italo, итальянский, итало
JE: Jersey, Джерси, Ҷерси;
JM: Jamaica, Ямайка; Jamaican, ямайский
JO: Jordan, Иордания, Урдун; Jordanian, иорданский
JP: Japan, Япония; Japanese, японский, японо
KE: Kenya, Кения; Kenyan, кенийский
KG: Kyrgyzstan, Киргизия, Қирғизистон, Kyrgyz Republic, Kirghizia, Кыргызстан, Кыргызская Республика; Kyrgyz, Kirghiz, Kyrgyzstani, киргизский, кыргызский
KH: Cambodia, Камбоджа, Камбоҷа; Cambodian, Khmer, камбоджийский
KI: Kiribati, Кирибати; Kiribatian, кирибатийский
KM: Comoros, Коморы, Комор; Comorian, Comoran, коморский
KN: St. Kitts and Nevis, Saint Kitts and Nevis, Сент-Китс и Невис, Сент-Китс ва Невис;
KP: North Korea, КНДР, Кореяи Шимолӣ, North Korean, DPRK, Korea, Северная Корея, Корея; Korean, северокорейский, корейский
KR: South Korea, Республика Корея, Кореяи Ҷанубӣ, South Korean, Republic of Korea, Korea, Южная Корея, Корея; Korean, южнокорейский, корейский, корейско
KW: Kuwait, Кувейт, Қувайт; Kuwaiti, кувейтский
KY: Cayman Islands, острова Кайман, Ҷазираҳои Кайман;
KZ: Kazakhstan, Казахстан, Қазоқистон; Kazakh, Kazakhstani, казахстанский, казахский
LA: Laos, Лаос; Lao, Laotian, лаосский
LB: Lebanon, Ливан, Лубнон; Lebanese, ливанский
LC: St. Lucia, Saint Lucia, Сент-Люсия, Saint Lucian; сент-люсийский
LI: Liechtenstein, Лихтенштейн; Liechtensteiner, лихтенштейнский
LK: Sri Lanka, Шри-Ланка, Sri Lankan; шри-ланкийский, ланкийский
LR: Liberia, Либерия; Liberian, либерийский
LS: Lesotho, Лесото; Basotho, Mosotho, лесотский
LT: Lithuania, Литва; Lithuanian, литовский
LU: Luxembourg, Люксембург; Luxembourgish, Luxembourger, люксембургский
LV: Latvia, Латвия; Latvian, латвийский, латышский
LY: Libya, Ливия, Либия; Libyan, ливийский
MA: Morocco, Марокко, Марокаш; Moroccan, марокканский
MC: Monaco, Монако; Monegasque, Monacan, монакский
MD: Moldova, Молдова, Молдавия; Moldovan, Moldavian, молдавский, молдово
ME: Montenegro, Черногория; Montenegrin, черногорский
MF: St. Martin, Saint Martin, Сен-Мартен, Ҷазираи Сент-Мартин;
MG: Madagascar, Мадагаскар; Malagasy, Madagascan, мадагаскарский, малагасийский
MH: Marshall Islands, Маршалловы острова, Ҷазираҳои Маршалл; Marshallese, маршалльский
MK: North Macedonia, Северная Македония, Македонияи Шимолӣ, Македония; Macedonia, Macedonian, македонский
ML: Mali, Мали; Malian, малийский
MM: Myanmar, Burma, Мьянма, Бирма, Мянма; Myanmar, Burmese, мьянманский, бирманский
MN: Mongolia, Монголия, Муғулистон; Mongolian, монгольский, монголо
MO: Macao, Макао, Macau; Macao, Macanese, аомыньский
MP: Northern Mariana Islands, Северные Марианские острова, Ҷазираҳои Марианаи Шимолӣ;
MQ: Martinique, Мартиника; Martinican, мартиникский
MR: Mauritania, Мавритания; Mauritanian, мавританский
MS: Montserrat, Монтсеррат;
MT: Malta, Мальта, Малта; Maltese, мальтийский
MU: Mauritius, Маврикий; Mauritian, маврикийский
MV: Maldives, Мальдивы, Малдив; Maldivian, мальдивский
MW: Malawi, Малави; Malawian, малавийский
MX: Mexico, Мексика; Mexican, мексиканский
MY: Malaysia, Малайзия; Malaysian, Malay, малайзийский, малайский
MZ: Mozambique, Мозамбик; Mozambican, мозамбикский
NA: Namibia, Намибия; Namibian, намибийский
NC: New Caledonia, Новая Каледония, Каледонияи Нав, New Caledonian; новокаледонский
NE: Niger, Нигер; Nigerien, нигерский
NF: Norfolk Island, остров Норфолк, Ҷазираи Норфолк;
NG: Nigeria, Нигерия; Nigerian, нигерийский
NI: Nicaragua, Никарагуа; Nicaraguan, никарагуанский
NL: Netherlands, Нидерланды, Нидерландия, Голландия; Holland, Dutch, нидерландский, голландский
NO: Norway, Норвегия; Norwegian, норвежский
NP: Nepal, Непал; Nepali, Nepalese, непальский
NR: Nauru, Науру; Nauruan, науруанский
NU: Niue, Ниуэ;
NZ: New Zealand, Новая Зеландия, Зеландияи Нав, New Zealander; новозеландский
OM: Oman, Оман, Умон; Omani, оманский
PA: Panama, Панама; Panamanian, панамский
PE: Peru, Перу; Peruvian, перуанский
PF: French Polynesia, Французская Полинезия, Полинезияи Фаронса;
PG: Papua New Guinea, Папуа — Новая Гвинея, Папуа Гвинеяи Нав; Papuan, папуасский
PH: Philippines, Филиппины, Филиппин; Philippine, Filipino, филиппинский
PK: Pakistan, Пакистан, Покистон; Pakistani, пакистанский
PL: Poland, Польша, Лаҳистон; Polish, Pole, Poles, польский, польско
PM: St. Pierre and Miquelon, Saint Pierre and Miquelon, Сен-Пьер и Микелон, Сент-Пер ва Микелон;
PN: Pitcairn Islands, острова Питкэрн, Ҷазираҳои Питкейрн;
PR: Puerto Rico, Пуэрто-Рико, Puerto Rican; пуэрто-риканский
PS: Palestinian Territories, Палестинские территории, Қаламравҳои Фаластинӣ, Палестина; Palestine, Palestinian, палестинский
PT: Portugal, Португалия; Portuguese, португальский
PW: Palau, Палау; Palauan, палауский
PY: Paraguay, Парагвай; Paraguayan, парагвайский
QA: Qatar, Катар, Қатар; Qatari, катарский
RE: Réunion, Реюньон, Реюнион;
RO: Romania, Румыния, Руминия; Romanian, румынский
RS: Serbia, Сербия; Serbian, Serb, сербский
RU: Russia, Россия, Русия, Russian Federation, РФ, Российская Федерация; Russian, российский, русский, русско
RW: Rwanda, Руанда; Rwandan, руандийский
SA: Saudi Arabia, Саудовская Аравия, Арабистони Саудӣ, Saudi Arabian, KSA; Saudi, саудовский
SB: Solomon Islands, Соломоновы острова, Ҷазираҳои Соломон; Solomons, соломонский
SC: Seychelles, Сейшельские острова, Сейшел; Seychellois, сейшельский
SD: Sudan, Судан, Судон; Sudanese, суданский
SE: Sweden, Швеция, Шветсия; Swedish, Swede, Swedes, шведский
SG: Singapore, Сингапур; Singaporean, сингапурский
SH: St. Helena, Saint Helena, остров Св. Елены, Сент Елена;
SI: Slovenia, Словения; Slovenian, Slovene, словенский
SJ: Svalbard and Jan Mayen, Шпицберген и Ян-Майен, Шпитсберген ва Ян Майен;
SK: Slovakia, Словакия; Slovak, словацкий
SL: Sierra Leone, Сьерра-Леоне, Сиерра-Леоне, Sierra Leonean; сьерра-леонский
SM: San Marino, Сан-Марино; Sammarinese, сан-маринский
SN: Senegal, Сенегал; Senegalese, сенегальский
SO: Somalia, Сомали, Сомалӣ; Somali, сомалийский
SR: Suriname, Суринам; Surinamese, суринамский
SS: South Sudan, Южный Судан, Судони Ҷанубӣ, South Sudanese; южносуданский
ST: São Tomé and Príncipe, Сан-Томе и Принсипи, Сан Томе ва Принсипи; Santomean, сантомийский
SV: El Salvador, Сальвадор, Эл-Салвадор; Salvadoran, Salvadorean, сальвадорский
SX: Sint Maarten, Синт-Мартен, Синт-Маартен;
SY: Syria, Сирия, Сурия; Syrian, сирийский
SZ: Eswatini, Эсватини, Свазиленд; Swaziland, Swazi, свазилендский
TA: Tristan da Cunha, Тристан-да-Кунья, Тристан-да-Куня;
TC: Turks and Caicos Islands, Тёркс и Кайкос, Ҷазираҳои Теркс ва Кайкос;
TD: Chad, Чад; Chadian, чадский
TF: French Southern Territories, Французские Южные территории, Минтақаҳои Ҷанубии Фаронса;
TG: Togo, Того; Togolese, тоголезский
TH: Thailand, Таиланд, Тайланд; Thai, таиландский, тайский
TJ: Tajikistan, Таджикистан, Тоҷикистон, Tadzhikistan; Tajik, Tajikistani, Tadzhik, таджикский, таджикистанский
TK: Tokelau, Токелау;
TL: Timor-Leste, Восточный Тимор, Тимор-Лесте, East Timor; Timorese, тиморский
TM: Turkmenistan, Туркменистан, Туркманистон, Туркмения; Turkmen, Turkmenistani, туркменский, туркменистанский
TN: Tunisia, Тунис; Tunisian, тунисский
TO: Tonga, Тонга; Tongan, тонганский
TR: Türkiye, Турция, Туркия; Turkey, Turkish, Turk, турецкий, турецко
TT: Trinidad and Tobago, Тринидад и Тобаго, Тринидад ва Тобаго; Trinidad, Trinidadian, Tobagonian, тринидадский
TV: Tuvalu, Тувалу; Tuvaluan, тувалуанский
TW: Taiwan, Тайвань, Тайван; Taiwanese, тайваньский
TZ: Tanzania, Танзания; Tanzanian, танзанийский
UA: Ukraine, Украина; Ukrainian, украинский, украино
UG: Uganda, Уганда; Ugandan, угандийский
UM: U.S. Outlying Islands, Внешние малые острова, Ҷазираҳои Хурди Дурдасти ИМА;
UN: United Nations, Организация Объединенных Наций, Созмони Милали Муттаҳид, UN, ООН;
US: United States, Соединенные Штаты, Иёлоти Муттаҳида, US, USA, U.S., United States of America, America, США, Америка; American, американский, американо
UY: Uruguay, Уругвай; Uruguayan, уругвайский
UZ: Uzbekistan, Узбекистан, Ӯзбекистон; Uzbek, Uzbekistani, узбекский, узбекистанский
VA: Vatican City, Ватикан, Шаҳри Вотикон, Holy See, Святой Престол; Vatican, ватиканский
VC: St. Vincent and Grenadines, Saint Vincent and Grenadines, Сент-Винсент и Гренадины, Сент-Винсент ва Гренадина; Vincentian, сент-винсентский
VE: Venezuela, Венесуэла; Venezuelan, венесуэльский
VG: British Virgin Islands, Виргинские острова, Ҷазираҳои Виргини Британия;
VI: U.S. Virgin Islands, Виргинские острова, Ҷазираҳои Виргини ИМА;
VN: Vietnam, Вьетнам, Ветнам, Viet Nam; Vietnamese, вьетнамский, вьетнамо
VU: Vanuatu, Вануату; Ni-Vanuatu, вануатский
WF: Wallis and Futuna, Уоллис и Футуна, Уоллис ва Футуна;
WS: Samoa, Самоа; Samoan, самоанский
XK: Kosovo, Косово; Kosovar, косовский
YE: Yemen, Йемен, Яман; Yemeni, йеменский
YT: Mayotte, Майотта;
ZA: South Africa, Южно-Африканская Республика, Африкаи Ҷанубӣ, South African, RSA, ЮАР; южноафриканский
ZM: Zambia, Замбия; Zambian, замбийский
ZW: Zimbabwe, Зимбабве; Zimbabwean, зимбабвийский
african-union: AU, African Union, Африканский союз;
apec: APEC, АТЭС;
arab-league: Arab League, Лига арабских государств, ЛАГ; Arab, арабский
asean: ASEAN, АСЕАН;
brics: BRICS, БРИКС;
cis: CIS, Commonwealth of Independent States, СНГ, Содружество Независимых Государств;
csto: CSTO, ОДКБ;
eaeu: EAEU, EEU, Eurasian Economic Union, ЕАЭС, Евразийский экономический союз; Eurasian, евразийский
ecowas: ECOWAS, ЭКОВАС;
gcc: GCC, Gulf, ССАГПЗ;
mercosur: МЕРКОСУР; Mercosur
nato: NATO, НАТО;
oecd: OECD, ОЭСР;
opec: OPEC, ОПЕК;
osce: OSCE, ОБСЕ;
sco: SCO, Shanghai Cooperation Organisation, Shanghai Cooperation Organization, ШОС, Шанхайская организация сотрудничества;
soviet: Soviet Union, USSR, СССР, Советский Союз; Soviet, советский
"""
