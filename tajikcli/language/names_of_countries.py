"""The names of every country, territory and region, and of some unions of states, written by `make cldr`.

Names come from Unicode's CLDR as in Babel 2.19.0 (© Unicode, Inc., Unicode License v3, https://www.unicode.org/license.txt),
other words from tools/countries.py. Each line has a code, the names, and the adjectives, in all languages.
"""

NAMES = """
001: ; world, global, мировой, глобальный, weltweit
002: Africa, Африка, Африқо, Afrika; African, африканский, afrikanisch
003: North America, Северная Америка, Америкаи Шимолӣ, Nordamerika, North American; североамериканский
005: South America, Южная Америка, Америкаи Ҷанубӣ, Südamerika, South American; южноамериканский
009: Oceania, Океания, Уқёнус, Ozeanien; Oceanian, океанийский
011: Western Africa, Западная Африка, Африқои Ғарбӣ, Westafrika;
013: Central America, Центральная Америка, Америкаи Марказӣ, Mittelamerika, Central American; центральноамериканский
014: Eastern Africa, Восточная Африка, Африқои Шимолӣ, Ostafrika;
015: Northern Africa, Северная Африка, Африқои Шарқӣ, Nordafrika;
017: Middle Africa, Центральная Африка, Африқои Миёна, Zentralafrika;
018: Southern Africa, Южная Африка, Африқои Ҷанубӣ, Südliches Afrika;
019: Americas, Америка, Amerika, America; American, американский
021: Northern America, Североамериканский регион, Амрикои Шимолӣ, Nördliches Amerika;
029: Caribbean, Карибы, Кариб, Karibik; Caribbean, карибский
030: Eastern Asia, Восточная Азия, Осиёи Шарқӣ, Ostasien;
034: Southern Asia, Южная Азия, Осиёи Ҷанубӣ, Südasien;
035: Southeast Asia, Юго-Восточная Азия, Осиёи Ҷанубу Шарқӣ, Südostasien, Southeast Asian, South-East Asia, South-East Asian;
039: Southern Europe, Южная Европа, Аврупои Ҷанубӣ, Südeuropa;
053: Australasia, Австралазия, Австралияву Осиё, Australasien;
054: Melanesia, Меланезия, Melanesien;
057: Micronesian Region, Микронезия, Минтақаи Микронезия, Mikronesisches Inselgebiet;
061: Polynesia, Полинезия, Polynesien;
142: Asia, Азия, Осиё, Asien; Asian, азиатский, asiatisch
143: Central Asia, Центральная Азия, Осиёи Марказӣ, Zentralasien, Central Asian, Средняя Азия; центральноазиатский, среднеазиатский
145: Western Asia, Западная Азия, Осиёи Ғарбӣ, Westasien;
150: Europe, Европа, Аврупо, Europa; European, европейский
151: Eastern Europe, Восточная Европа, Аврупои Шарқӣ, Osteuropa, East European, Eastern European; восточноевропейский
154: Northern Europe, Северная Европа, Аврупои Шимолӣ, Nordeuropa;
155: Western Europe, Западная Европа, Аврупои Ғарбӣ, Westeuropa, West European, Western European; западноевропейский
202: Sub-Saharan Africa, Тропическая Африка, Африқои Суб-Сахара, Subsahara-Afrika;
419: Latin America, Латинская Америка, Америкаи Лотинӣ, Lateinamerika, Latin American; латиноамериканский
AC: Ascension Island, остров Вознесения, Асунсон, Ascension;
AD: Andorra, Андорра; Andorran, андоррский
AE: United Arab Emirates, ОАЭ, Аморатҳои Муттаҳидаи Араб, Vereinigte Arabische Emirate, UAE, Emirates, Эмираты, Аморот; Emirati, эмиратский
AF: Afghanistan, Афганистан, Афғонистон, афғон, афганци, афганцы, афганце, афганцов, афганцев, афганцам, афганцами, афганцах, афғонҳо, афғонҳои, афғонҳоро, афғонон, афғонони, афғононро; Afghan, афганский, afghanisch
AG: Antigua and Barbuda, Антигуа и Барбуда, Антигуа ва Барбуда, Antigua und Barbuda; Antiguan, Barbudan, антигуанский
AI: Anguilla, Ангилья, Ангилия;
AL: Albania, Албания, Albanien; Albanian, албанский
AM: Armenia, Армения, Арманистон, Armenien, армян, армяни, армяны, армяне, армянов, армянев, армянам, армянами, армянах, арман, арманҳо, арманҳои, арманҳоро, арманон, арманони, арманонро; Armenian, армянский, armenisch
AO: Angola, Ангола; Angolan, ангольский
AQ: Antarctica, Антарктида, Antarktis; Antarctic, антарктический
AR: Argentina, Аргентина, Argentinien; Argentine, Argentinian, аргентинский, argentinisch
AS: American Samoa, Американское Самоа, Самоаи Америка, Amerikanisch-Samoa;
AT: Austria, Австрия, Österreich; Austrian, австрийский, österreichisch
AU: Australia, Австралия, Australien; Australian, австралийский, australisch
AW: Aruba, Аруба; Aruban, арубский
AX: Åland Islands, Аландские острова, Ҷазираҳои Аланд, Ålandinseln;
AZ: Azerbaijan, Азербайджан, Озарбойҷон, Aserbaidschan, азербайджанци, азербайджанцы, азербайджанце, азербайджанцов, азербайджанцев, азербайджанцам, азербайджанцами, азербайджанцах, озарбойҷон, озарбойҷонҳо, озарбойҷонҳои, озарбойҷонҳоро, озарбойҷонон, озарбойҷонони, озарбойҷононро; Azerbaijani, Azeri, азербайджанский, aserbaidschanisch
BA: Bosnia and Herzegovina, Босния и Герцеговина, Босния ва Ҳерсеговина, Bosnien und Herzegowina, Herzegovina, Босния; Bosnia, Bosnian, боснийский, bosnisch
BB: Barbados, Барбадос; Barbadian, барбадосский
BD: Bangladesh, Бангладеш, Bangladesch; Bangladeshi, бангладешский
BE: Belgium, Бельгия, Белгия, Belgien; Belgian, бельгийский, belgisch
BF: Burkina Faso, Буркина-Фасо; Burkina, Burkinabe, буркинийский
BG: Bulgaria, Болгария, Булғория, Bulgarien; Bulgarian, болгарский, bulgarisch
BH: Bahrain, Бахрейн, Баҳрайн; Bahraini, бахрейнский
BI: Burundi, Бурунди; Burundian, бурундийский
BJ: Benin, Бенин; Beninese, бенинский
BL: St. Barthélemy, Saint Barthélemy, Сен-Бартелеми, Сент-Бартелми;
BM: Bermuda, Бермудские острова, Бермуда; Bermudian, бермудский
BN: Brunei, Бруней, Brunei Darussalam; Bruneian, брунейский
BO: Bolivia, Боливия, Bolivien; Bolivian, боливийский
BQ: Caribbean Netherlands, Бонэйр, Синт-Эстатиус и Саба, Кариби Нидерланд, Karibische Niederlande;
BR: Brazil, Бразилия, Brasilien; Brazilian, бразильский, brasilianisch
BS: Bahamas, Багамы, Багам; Bahamian, багамский
BT: Bhutan, Бутан, Бутон; Bhutanese, бутанский
BV: Bouvet Island, остров Буве, Ҷазираи Буве, Bouvetinsel;
BW: Botswana, Ботсвана, Botsuana; Botswanan, ботсванский
BY: Belarus, Беларусь, Белорус, Белоруссия, Белорусия, Беларус, белорус, белоруси, белорусы, белорусе, белорусов, белорусев, белорусам, белорусами, белорусах; Belarusian, Belarussian, Byelorussian, белорусский, белорусско, belarussisch
BZ: Belize, Белиз; Belizean, белизский
CA: Canada, Канада, Kanada; Canadian, канадский, kanadisch
CC: Cocos, Keeling) Islands, Кокосовые острова, Ҷазираҳои Кокос, Килинг, Kokosinseln;
CD: Kongo-Kinshasa, DRC, DR Congo, Democratic Republic of the Congo, Конго, ДРК; Congo, Congolese, конголезский
CF: Central African Republic, Центрально-Африканская Республика, Ҷумҳурии Африқои Марказӣ, Zentralafrikanische Republik, Central African, ЦАР; центральноафриканский
CG: Kongo-Brazzaville, Republic of the Congo, Конго; Congo, Congolese, конголезский
CH: Switzerland, Швейцария, Швейтсария, Schweiz; Swiss, швейцарский, schweizerisch
CI: Côte d’Ivoire, Кот-д’Ивуар, Ivory Coast, Cote d'Ivoire; Ivorian, ивуарийский
CK: Cook Islands, острова Кука, Ҷазираҳои Кук, Cookinseln;
CL: Chile, Чили; Chilean, чилийский
CM: Cameroon, Камерун, Kamerun; Cameroonian, камерунский
CN: China, Китай, Хитой, PRC, КНР, Чин, китайци, китайцы, китайце, китайцов, китайцев, китайцам, китайцами, китайцах; Chinese, Sino, китайский, chinesisch
CO: Colombia, Колумбия, Kolumbien; Colombian, колумбийский
CP: Clipperton Island, остров Клиппертон, Ҷазираи Клиппертон, Clipperton-Insel;
CQ: Sark, Сарк;
CR: Costa Rica, Коста-Рика, Costa Rican; костариканский
CU: Cuba, Куба, Kuba; Cuban, кубинский
CV: Cape Verde, Кабо-Верде, Cabo Verde, Cape Verdean; кабо-вердийский
CW: Curaçao, Кюрасао; Curacaoan, кюрасаоский
CX: Christmas Island, остров Рождества, Ҷазираи Крисмас, Weihnachtsinsel;
CY: Cyprus, Кипр, Zypern; Cypriot, кипрский
CZ: Czechia, Чехия, Ҷумҳурии Чех, Tschechien, Czech Republic, Tschechische Republik; Czech, чешский, tschechisch
DE: Germany, Германия, Deutschland, ФРГ, немци, немцы, немце, немцов, немцев, немцам, немцами, немцах, олмон, олмонҳо, олмонҳои, олмонҳоро, олмонон, олмонони, олмононро; German, немецкий, германский, германо, deutsch
DG: Diego Garcia, Диего-Гарсия;
DJ: Djibouti, Джибути, Ҷибути, Dschibuti; Djiboutian, джибутийский
DK: Denmark, Дания, Dänemark; Danish, Dane, Danes, датский, dänisch
DM: Dominica, Доминика; Dominican, доминикский
DO: Dominican Republic, Доминиканская Республика, Ҷумҳурии Доминикан, Dominikanische Republik; Dominican, доминиканский
DZ: Algeria, Алжир, Алҷазоир, Algerien; Algerian, алжирский
EA: Ceuta and Melilla, Сеута и Мелилья, Сеута ва Мелилла, Ceuta und Melilla;
EC: Ecuador, Эквадор; Ecuadorian, Ecuadorean, эквадорский
EE: Estonia, Эстония, Estland; Estonian, эстонский, estnisch
EG: Egypt, Египет, Миср, Ägypten; Egyptian, египетский, ägyptisch
EH: Western Sahara, Западная Сахара, Сахараи Ғарбӣ, Westsahara; Sahrawi, сахарский
ER: Eritrea, Эритрея; Eritrean, эритрейский
ES: Spain, Испания, Spanien; Spanish, Spaniard, Spaniards, испанский, spanisch
ET: Ethiopia, Эфиопия, Äthiopien; Ethiopian, эфиопский
EU: European Union, Европейский союз, Иттиҳоди Аврупо, Europäische Union, EU, ЕС, Евросоюз; евросоюзный, europäisch
EZ: Eurozone, еврозона, Минтақаи Аврупо, Euro area, euro zone; eurozone, еврозона
FI: Finland, Финляндия, Finnland; Finnish, Finn, Finns, финский, финляндский, finnisch
FJ: Fiji, Фиджи, Фиҷи, Fidschi; Fijian, фиджийский
FK: Falkland Islands, Фолклендские острова, Ҷазираҳои Фолкленд, Falklandinseln; Falklands, фолклендский
FM: Micronesia, Федеративные Штаты Микронезии, Штатҳои Федеративии Микронезия, Mikronesien; Micronesian, микронезийский
FO: Faroe Islands, Фарерские острова, Ҷазираҳои Фарер, Färöer; Faroese, фарерский
FR: France, Франция, Фаронса, Frankreich; French, Franco, французский, франко, französisch
GA: Gabon, Габон, Gabun; Gabonese, габонский
GB: United Kingdom, Великобритания, Шоҳигарии Муттаҳида, Vereinigtes Königreich, UK, Britain, Great Britain, England, Scotland, Wales, Northern Ireland, Британия, Соединенное Королевство, Англия, Шотландия, Уэльс, Großbritannien; British, Briton, English, Scottish, Welsh, Anglo, британский, английский, англо, шотландский, britisch, englisch, Grossbritannien, England
GD: Grenada, Гренада; Grenadian, гренадский
GE: Georgia, Грузия, Гурҷистон, Georgien, грузин, грузини, грузины, грузине, грузинов, грузинев, грузинам, грузинами, грузинах, гурҷ, гурҷҳо, гурҷҳои, гурҷҳоро, гурҷон, гурҷони, гурҷонро; Georgian, грузинский, georgisch
GF: French Guiana, Французская Гвиана, Гвианаи Фаронса, Französisch-Guayana;
GG: Guernsey, Гернси;
GH: Ghana, Гана; Ghanaian, ганский
GI: Gibraltar, Гибралтар; Gibraltarian, гибралтарский
GL: Greenland, Гренландия, Grönland; Greenlandic, гренландский
GM: Gambia, Гамбия; Gambian, гамбийский
GN: Guinea, Гвинея; Guinean, гвинейский
GP: Guadeloupe, Гваделупа; Guadeloupean, гваделупский
GQ: Equatorial Guinea, Экваториальная Гвинея, Гвинеяи Экваторӣ, Äquatorialguinea, Equatorial Guinean; Equatoguinean, экваториально-гвинейский
GR: Greece, Греция, Юнон, Griechenland; Greek, греческий, griechisch
GS: South Georgia and South Sandwich Islands, Южная Георгия и Южные Сандвичевы острова, Ҷорҷияи Ҷанубӣ ва Ҷазираҳои Сандвич, Südgeorgien und die Südlichen Sandwichinseln;
GT: Guatemala, Гватемала; Guatemalan, гватемальский
GU: Guam, Гуам;
GW: Guinea-Bissau, Гвинея-Бисау; Bissau-Guinean, бисау-гвинейский
GY: Guyana, Гайана; Guyanese, гайанский
HK: Hong Kong, Гонконг, Ҳонконг, Sonderverwaltungsregion Hongkong; Hongkonger, гонконгский
HM: Heard Island and McDonald Islands, острова Херд и Макдональд, Ҷазираи Ҳерд ва Ҷазираҳои Макдоналд, Heard und McDonaldinseln;
HN: Honduras, Гондурас; Honduran, гондурасский
HR: Croatia, Хорватия, Kroatien; Croatian, Croat, хорватский, kroatisch
HT: Haiti, Гаити; Haitian, гаитянский
HU: Hungary, Венгрия, Маҷористон, Ungarn; Hungarian, венгерский, ungarisch
IC: Canary Islands, Канарские острова, Ҷазираҳои Канария, Kanarische Inseln;
ID: Indonesia, Индонезия, Indonesien; Indonesian, индонезийский
IE: Ireland, Ирландия, Irland; Irish, ирландский, irisch
IL: Israel, Израиль, Исроил; Israeli, израильский, israelisch
IM: Isle of Man, остров Мэн, Ҷазираи Мэн;
IN: India, Индия, Ҳиндустон, Indien, индийци, индийцы, индийце, индийцов, индийцев, индийцам, индийцами, индийцах; Indian, Indo, индийский, индо, indisch
IO: British Indian Ocean Territory, Британская территория в Индийском океане, Қаламрави Британия дар уқёнуси Ҳинд, Britisches Territorium im Indischen Ozean;
IQ: Iraq, Ирак, Ироқ, Irak; Iraqi, иракский, irakisch
IR: Iran, Иран, Эрон, ИРИ, иранци, иранцы, иранце, иранцов, иранцев, иранцам, иранцами, иранцах, эрон, эронҳо, эронҳои, эронҳоро, эронон, эронони, эрононро; Iranian, иранский, iranisch
IS: Iceland, Исландия, Island; Icelandic, Icelander, исландский
IT: Italy, Италия, Italien; Italian, Italo, итальянский, итало, italienisch
JE: Jersey, Джерси, Ҷерси;
JM: Jamaica, Ямайка, Jamaika; Jamaican, ямайский
JO: Jordan, Иордания, Урдун, Jordanien; Jordanian, иорданский
JP: Japan, Япония, Ҷопон; Japanese, японский, японо, japanisch
KE: Kenya, Кения, Kenia; Kenyan, кенийский
KG: Kyrgyzstan, Киргизия, Қирғизистон, Kirgisistan, Kyrgyz Republic, Kirghizia, Кыргызстан, Кыргызская Республика, қирғиз, киргиз, киргизи, киргизы, киргизе, киргизов, киргизев, киргизам, киргизами, киргизах, кыргыз, кыргызи, кыргызы, кыргызе, кыргызов, кыргызев, кыргызам, кыргызами, кыргызах, қирғизҳо, қирғизҳои, қирғизҳоро, қирғизон, қирғизони, қирғизонро; Kyrgyz, Kirghiz, Kyrgyzstani, киргизский, кыргызский, kirgisisch
KH: Cambodia, Камбоджа, Камбоҷа, Kambodscha; Cambodian, Khmer, камбоджийский
KI: Kiribati, Кирибати; Kiribatian, кирибатийский
KM: Comoros, Коморы, Комор, Komoren; Comorian, Comoran, коморский
KN: St. Kitts and Nevis, Saint Kitts and Nevis, Сент-Китс и Невис, Сент-Китс ва Невис, St. Kitts und Nevis, Saint Kitts und Nevis;
KP: North Korea, КНДР, Кореяи Шимолӣ, Nordkorea, North Korean, DPRK, Korea, Северная Корея, Корея; Korean, северокорейский, корейский, nordkoreanisch
KR: South Korea, Республика Корея, Кореяи Ҷанубӣ, Südkorea, South Korean, Republic of Korea, Korea, Южная Корея, Куриё, Куриёи Ҷанубӣ, Корея; Korean, южнокорейский, корейский, корейско, südkoreanisch, koreanisch
KW: Kuwait, Кувейт, Қувайт; Kuwaiti, кувейтский
KY: Cayman Islands, острова Кайман, Ҷазираҳои Кайман, Kaimaninseln;
KZ: Kazakhstan, Казахстан, Қазоқистон, Kasachstan, қазоқ, казах, казахи, казахы, казахе, казахов, казахев, казахам, казахами, казахах, қазоқҳо, қазоқҳои, қазоқҳоро, қазоқон, қазоқони, қазоқонро; Kazakh, Kazakhstani, казахстанский, казахский, kasachisch
LA: Laos, Лаос; Lao, Laotian, лаосский
LB: Lebanon, Ливан, Лубнон, Libanon; Lebanese, ливанский
LC: St. Lucia, Saint Lucia, Сент-Люсия, Saint Lucian; сент-люсийский
LI: Liechtenstein, Лихтенштейн; Liechtensteiner, лихтенштейнский
LK: Sri Lanka, Шри-Ланка, Sri Lankan; шри-ланкийский, ланкийский
LR: Liberia, Либерия; Liberian, либерийский
LS: Lesotho, Лесото; Basotho, Mosotho, лесотский
LT: Lithuania, Литва, Litauen; Lithuanian, литовский, litauisch
LU: Luxembourg, Люксембург, Luxemburg; Luxembourgish, Luxembourger, люксембургский, luxemburgisch
LV: Latvia, Латвия, Lettland; Latvian, латвийский, латышский, lettisch
LY: Libya, Ливия, Либия, Libyen; Libyan, ливийский
MA: Morocco, Марокко, Марокаш, Marokko; Moroccan, марокканский, marokkanisch
MC: Monaco, Монако; Monegasque, Monacan, монакский
MD: Moldova, Молдова, Republik Moldau, Молдавия, молдаван, молдавани, молдаваны, молдаване, молдаванов, молдаванев, молдаванам, молдаванами, молдаванах; Moldovan, Moldavian, молдавский, молдово
ME: Montenegro, Черногория; Montenegrin, черногорский
MF: St. Martin, Saint Martin, Сен-Мартен, Ҷазираи Сент-Мартин;
MG: Madagascar, Мадагаскар, Madagaskar; Malagasy, Madagascan, мадагаскарский, малагасийский
MH: Marshall Islands, Маршалловы острова, Ҷазираҳои Маршалл, Marshallinseln; Marshallese, маршалльский
MK: North Macedonia, Северная Македония, Македонияи Шимолӣ, Nordmazedonien, Македония; Macedonia, Macedonian, македонский
ML: Mali, Мали; Malian, малийский
MM: Myanmar, Burma, Мьянма, Бирма, Мянма; Myanmar, Burmese, мьянманский, бирманский
MN: Mongolia, Монголия, Муғулистон, Mongolei, монгол, монголи, монголы, монголе, монголов, монголев, монголам, монголами, монголах, муғул, муғулҳо, муғулҳои, муғулҳоро, муғулон, муғулони, муғулонро; Mongolian, монгольский, монголо
MO: Macao, Макао, Sonderverwaltungsregion Macau, Macau; Macao, Macanese, аомыньский
MP: Northern Mariana Islands, Северные Марианские острова, Ҷазираҳои Марианаи Шимолӣ, Nördliche Marianen;
MQ: Martinique, Мартиника; Martinican, мартиникский
MR: Mauritania, Мавритания, Mauretanien; Mauritanian, мавританский
MS: Montserrat, Монтсеррат;
MT: Malta, Мальта, Малта; Maltese, мальтийский
MU: Mauritius, Маврикий; Mauritian, маврикийский
MV: Maldives, Мальдивы, Малдив, Malediven; Maldivian, мальдивский
MW: Malawi, Малави; Malawian, малавийский
MX: Mexico, Мексика, Mexiko; Mexican, мексиканский, mexikanisch
MY: Malaysia, Малайзия; Malaysian, Malay, малайзийский, малайский
MZ: Mozambique, Мозамбик, Mosambik; Mozambican, мозамбикский
NA: Namibia, Намибия; Namibian, намибийский
NC: New Caledonia, Новая Каледония, Каледонияи Нав, Neukaledonien, New Caledonian; новокаледонский
NE: Niger, Нигер; Nigerien, нигерский
NF: Norfolk Island, остров Норфолк, Ҷазираи Норфолк, Norfolkinsel;
NG: Nigeria, Нигерия; Nigerian, нигерийский, nigerianisch
NI: Nicaragua, Никарагуа; Nicaraguan, никарагуанский
NL: Netherlands, Нидерланды, Нидерландия, Niederlande, Голландия; Holland, Dutch, нидерландский, голландский, niederländisch, holländisch, Holland
NO: Norway, Норвегия, Norwegen; Norwegian, норвежский, norwegisch
NP: Nepal, Непал; Nepali, Nepalese, непальский
NR: Nauru, Науру; Nauruan, науруанский
NU: Niue, Ниуэ;
NZ: New Zealand, Новая Зеландия, Зеландияи Нав, Neuseeland, New Zealander; новозеландский
OM: Oman, Оман, Умон; Omani, оманский
PA: Panama, Панама; Panamanian, панамский
PE: Peru, Перу; Peruvian, перуанский
PF: French Polynesia, Французская Полинезия, Полинезияи Фаронса, Französisch-Polynesien;
PG: Papua New Guinea, Папуа — Новая Гвинея, Папуа Гвинеяи Нав, Papua-Neuguinea; Papuan, папуасский
PH: Philippines, Филиппины, Филиппин, Philippinen; Philippine, Filipino, филиппинский
PK: Pakistan, Пакистан, Покистон, пакистанци, пакистанцы, пакистанце, пакистанцов, пакистанцев, пакистанцам, пакистанцами, пакистанцах, покистон, покистонҳо, покистонҳои, покистонҳоро, покистонон, покистонони, покистононро; Pakistani, пакистанский, pakistanisch
PL: Poland, Польша, Лаҳистон, Polen; Polish, Pole, Poles, польский, польско, polnisch
PM: St. Pierre and Miquelon, Saint Pierre and Miquelon, Сен-Пьер и Микелон, Сент-Пер ва Микелон, St. Pierre und Miquelon, Saint Pierre und Miquelon;
PN: Pitcairn Islands, острова Питкэрн, Ҷазираҳои Питкейрн, Pitcairninseln;
PR: Puerto Rico, Пуэрто-Рико, Puerto Rican; пуэрто-риканский
PS: Palestinian Territories, Палестинские территории, Қаламравҳои Фаластинӣ, Palästinensische Autonomiegebiete, Палестина; Palestine, Palestinian, палестинский
PT: Portugal, Португалия; Portuguese, португальский, portugiesisch
PW: Palau, Палау; Palauan, палауский
PY: Paraguay, Парагвай; Paraguayan, парагвайский
QA: Qatar, Катар, Қатар, Katar; Qatari, катарский
RE: Réunion, Реюньон, Реюнион;
RO: Romania, Румыния, Руминия, Rumänien; Romanian, румынский, rumänisch
RS: Serbia, Сербия, Serbien; Serbian, Serb, сербский, serbisch
RU: Russia, Россия, Русия, Russland, Russian Federation, РФ, Российская Федерация, россиян, россияни, россияны, россияне, россиянов, россиянев, россиянам, россиянами, россиянах, рус, русҳо, русҳои, русҳоро, русон, русони, русонро; Russian, российский, русский, русско, рус, russisch
RW: Rwanda, Руанда, Ruanda; Rwandan, руандийский
SA: Saudi Arabia, Саудовская Аравия, Арабистони Саудӣ, Saudi-Arabien, Saudi Arabian, KSA; Saudi, саудовский, saudisch
SB: Solomon Islands, Соломоновы острова, Ҷазираҳои Соломон, Salomonen; Solomons, соломонский
SC: Seychelles, Сейшельские острова, Сейшел, Seychellen; Seychellois, сейшельский
SD: Sudan, Судан, Судон; Sudanese, суданский
SE: Sweden, Швеция, Шветсия, Schweden; Swedish, Swede, Swedes, шведский, schwedisch
SG: Singapore, Сингапур, Singapur; Singaporean, сингапурский
SH: St. Helena, Ascension and Tristan da Cunha, Saint Helena, Ascension and Tristan da Cunha, остров Св. Елены, Сент Елена, St. Helena, Saint Helena;
SI: Slovenia, Словения, Slowenien; Slovenian, Slovene, словенский, slowenisch
SJ: Svalbard and Jan Mayen, Шпицберген и Ян-Майен, Шпитсберген ва Ян Майен, Spitzbergen und Jan Mayen;
SK: Slovakia, Словакия, Slowakei; Slovak, словацкий, slowakisch
SL: Sierra Leone, Сьерра-Леоне, Сиерра-Леоне, Sierra Leonean; сьерра-леонский
SM: San Marino, Сан-Марино; Sammarinese, сан-маринский
SN: Senegal, Сенегал; Senegalese, сенегальский, senegalesisch
SO: Somalia, Сомали, Сомалӣ; Somali, сомалийский
SR: Suriname, Суринам; Surinamese, суринамский
SS: South Sudan, Южный Судан, Судони Ҷанубӣ, Südsudan, South Sudanese; южносуданский
ST: São Tomé and Príncipe, Сан-Томе и Принсипи, Сан Томе ва Принсипи, São Tomé und Príncipe; Santomean, сантомийский
SV: El Salvador, Сальвадор, Эл-Салвадор; Salvadoran, Salvadorean, сальвадорский
SX: Sint Maarten, Синт-Мартен, Синт-Маартен;
SY: Syria, Сирия, Сурия, Syrien; Syrian, сирийский
SZ: Eswatini, Эсватини, Свазиленд; Swaziland, Swazi, свазилендский
TA: Tristan da Cunha, Тристан-да-Кунья, Тристан-да-Куня;
TC: Turks and Caicos Islands, Тёркс и Кайкос, Ҷазираҳои Теркс ва Кайкос, Turks- und Caicosinseln;
TD: Chad, Чад, Tschad; Chadian, чадский
TF: French Southern and Antarctic Lands, Французские Южные территории, Минтақаҳои Ҷанубии Фаронса, Französische Süd- und Antarktisgebiete;
TG: Togo, Того; Togolese, тоголезский
TH: Thailand, Таиланд, Тайланд; Thai, таиландский, тайский
TJ: Tajikistan, Таджикистан, Тоҷикистон, Tadschikistan, Tadzhikistan, тоҷик, таджик, таджики, таджикы, таджике, таджиков, таджикев, таджикам, таджиками, таджиках, тоҷикҳо, тоҷикҳои, тоҷикҳоро, тоҷикон, тоҷикони, тоҷиконро; Tajik, Tajikistani, Tadzhik, таджикский, таджикистанский, tadschikisch
TK: Tokelau, Токелау;
TL: Timor-Leste, Восточный Тимор, Тимор-Лесте, East Timor; Timorese, тиморский
TM: Turkmenistan, Туркменистан, Туркманистон, Туркмения, туркмен, туркмени, туркмены, туркмене, туркменов, туркменев, туркменам, туркменами, туркменах, туркман, туркманҳо, туркманҳои, туркманҳоро, туркманон, туркманони, туркманонро; Turkmen, Turkmenistani, туркменский, туркменистанский, туркман, turkmenisch
TN: Tunisia, Тунис, Tunesien; Tunisian, тунисский
TO: Tonga, Тонга; Tongan, тонганский
TR: Türkiye, Турция, Туркия, Türkei, турк, турки, туркы, турке, турков, туркев, туркам, турками, турках; Turkey, Turkish, Turk, турецкий, турецко, türkisch
TT: Trinidad and Tobago, Тринидад и Тобаго, Тринидад ва Тобаго, Trinidad und Tobago; Trinidad, Trinidadian, Tobagonian, тринидадский
TV: Tuvalu, Тувалу; Tuvaluan, тувалуанский
TW: Taiwan, Тайвань, Тайван; Taiwanese, тайваньский
TZ: Tanzania, Танзания, Tansania; Tanzanian, танзанийский
UA: Ukraine, Украина, украинци, украинцы, украинце, украинцов, украинцев, украинцам, украинцами, украинцах, украин, украинҳо, украинҳои, украинҳоро, украинон, украинони, украинонро; Ukrainian, украинский, украино, ukrainisch
UG: Uganda, Уганда; Ugandan, угандийский
UM: U.S. Outlying Islands, Внешние малые острова, Ҷазираҳои Хурди Дурдасти ИМА, Amerikanische Überseeinseln;
UN: United Nations, Организация Объединенных Наций, Созмони Милали Муттаҳид, Vereinte Nationen, UN, ООН;
US: United States, Соединенные Штаты, Иёлоти Муттаҳида, Vereinigte Staaten, US, USA, U.S., United States of America, America, США, Америка, Амрико, Vereinigten Staaten, американци, американцы, американце, американцов, американцев, американцам, американцами, американцах; American, американский, американо, amerikanisch, Amerika
UY: Uruguay, Уругвай; Uruguayan, уругвайский
UZ: Uzbekistan, Узбекистан, Ӯзбекистон, Usbekistan, узбек, узбеки, узбекы, узбеке, узбеков, узбекев, узбекам, узбеками, узбеках, ӯзбек, ӯзбекҳо, ӯзбекҳои, ӯзбекҳоро, ӯзбекон, ӯзбекони, ӯзбеконро; Uzbek, Uzbekistani, узбекский, узбекистанский, узбек, usbekisch
VA: Vatican City, Ватикан, Шаҳри Вотикон, Vatikanstadt, Holy See, Святой Престол; Vatican, ватиканский
VC: St. Vincent and Grenadines, Saint Vincent and Grenadines, Сент-Винсент и Гренадины, Сент-Винсент ва Гренадина, St. Vincent und die Grenadinen, Saint Vincent und die Grenadinen; Vincentian, сент-винсентский
VE: Venezuela, Венесуэла; Venezuelan, венесуэльский
VG: British Virgin Islands, Виргинские острова, Ҷазираҳои Виргини Британия, Britische Jungferninseln;
VI: U.S. Virgin Islands, Виргинские острова, Ҷазираҳои Виргини ИМА, Amerikanische Jungferninseln;
VN: Vietnam, Вьетнам, Ветнам, Viet Nam; Vietnamese, вьетнамский, вьетнамо, vietnamesisch
VU: Vanuatu, Вануату; Ni-Vanuatu, вануатский
WF: Wallis and Futuna, Уоллис и Футуна, Уоллис ва Футуна, Wallis und Futuna;
WS: Samoa, Самоа; Samoan, самоанский
XK: Kosovo, Косово; Kosovar, косовский
YE: Yemen, Йемен, Яман, Jemen; Yemeni, йеменский
YT: Mayotte, Майотта;
ZA: South Africa, Южно-Африканская Республика, Африкаи Ҷанубӣ, Südafrika, South African, RSA, ЮАР; южноафриканский, südafrikanisch
ZM: Zambia, Замбия, Sambia; Zambian, замбийский
ZW: Zimbabwe, Зимбабве, Simbabwe; Zimbabwean, зимбабвийский
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
