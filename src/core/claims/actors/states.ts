/*
 * States with adjectives, capitals and seats of power that stand for them in news English.
 * Own compilation from common knowledge.
 * One line each: name|adjective, people|other names, capital and metonyms.
 */
export const STATES = `
Afghanistan|afghan|kabul
Albania|albanian|tirana
Algeria|algerian|algiers
Andorra|andorran|
Angola|angolan|luanda
Argentina|argentine, argentinian|buenos aires, casa rosada
Armenia|armenian|yerevan
Australia|australian|canberra
Austria|austrian|vienna
Azerbaijan|azerbaijani, azeri|baku
Bahamas|bahamian|nassau
Bahrain|bahraini|manama
Bangladesh|bangladeshi|dhaka
Barbados|barbadian|bridgetown
Belarus|belarusian, belarussian|minsk
Belgium|belgian|
Belize|belizean|belmopan
Benin|beninese|cotonou
Bhutan|bhutanese|thimphu
Bolivia|bolivian|la paz
Bosnia|bosnian|sarajevo, bosnia and herzegovina
Botswana|botswanan|gaborone
Brazil|brazilian|brasilia, brasília
Brunei|bruneian|
Bulgaria|bulgarian|sofia
Burkina Faso|burkinabe|ouagadougou
Burundi|burundian|bujumbura
Cambodia|cambodian|phnom penh
Cameroon|cameroonian|yaounde
Canada|canadian|ottawa
Cape Verde|cape verdean|
Central African Republic||bangui
Chad|chadian|n'djamena
Chile|chilean|
China|chinese|beijing, zhongnanhai, people's republic of china
Colombia|colombian|bogota, bogotá
Comoros|comorian|
Congo|congolese|kinshasa, brazzaville, democratic republic of congo, dr congo, drc
Costa Rica|costa rican|
Croatia|croatian|zagreb
Cuba|cuban|havana
Cyprus|cypriot|nicosia
Czech Republic|czech|prague, czechia
Denmark|danish|copenhagen
Djibouti|djiboutian|
Dominican Republic|dominican|santo domingo
East Timor|timorese|dili
Ecuador|ecuadorian, ecuadorean|quito
Egypt|egyptian|cairo
El Salvador|salvadoran|san salvador
Equatorial Guinea||malabo
Eritrea|eritrean|asmara
Estonia|estonian|tallinn
Eswatini|swazi|
Ethiopia|ethiopian|addis ababa
Fiji|fijian|suva
Finland|finnish|helsinki
France|french|paris, elysee, élysée
Gabon|gabonese|libreville
Gambia|gambian|banjul
Georgia|georgian|tbilisi
Germany|german|berlin
Ghana|ghanaian|accra
Greece|greek|athens
Guatemala|guatemalan|
Guinea|guinean|conakry
Guyana|guyanese|georgetown
Haiti|haitian|port-au-prince
Honduras|honduran|tegucigalpa
Hungary|hungarian|budapest
Iceland|icelandic|reykjavik
India|indian|new delhi, delhi
Indonesia|indonesian|jakarta
Iran|iranian|tehran, teheran
Iraq|iraqi|baghdad
Ireland|irish|dublin
Israel|israeli|jerusalem, tel aviv, knesset
Italy|italian|rome
Ivory Coast|ivorian|abidjan, cote d'ivoire
Jamaica|jamaican|
Japan|japanese|tokyo
Jordan|jordanian|amman
Kazakhstan|kazakh, kazakhstani|astana
Kenya|kenyan|nairobi
Kosovo|kosovar|pristina
Kuwait|kuwaiti|
Kyrgyzstan|kyrgyz|bishkek
Laos|laotian, lao|vientiane
Latvia|latvian|riga
Lebanon|lebanese|beirut
Lesotho||maseru
Liberia|liberian|monrovia
Libya|libyan|tripoli
Liechtenstein||
Lithuania|lithuanian|vilnius
Luxembourg||
Madagascar|malagasy|antananarivo
Malawi|malawian|lilongwe
Malaysia|malaysian|kuala lumpur, putrajaya
Maldives|maldivian|
Mali|malian|bamako
Malta|maltese|valletta
Mauritania|mauritanian|nouakchott
Mauritius|mauritian|
Mexico|mexican|mexico city
Moldova|moldovan|chisinau
Monaco||
Mongolia|mongolian|ulaanbaatar
Montenegro|montenegrin|podgorica
Morocco|moroccan|rabat
Mozambique|mozambican|maputo
Myanmar|burmese|naypyidaw, naypyitaw, burma
Namibia|namibian|windhoek
Nepal|nepalese, nepali|kathmandu
Netherlands|dutch|the hague
New Zealand|new zealander|
Nicaragua|nicaraguan|managua
Niger|nigerien|niamey
Nigeria|nigerian|abuja
North Korea|north korean|pyongyang, dprk, n. korea, the north
North Macedonia|macedonian|skopje
Norway|norwegian|oslo
Oman|omani|muscat
Pakistan|pakistani|islamabad
Palestine|palestinian|ramallah, palestinian authority
Panama|panamanian|
Papua New Guinea||port moresby
Paraguay|paraguayan|asuncion
Peru|peruvian|lima
Philippines|philippine, filipino|manila, malacanang
Poland|polish|warsaw
Portugal|portuguese|lisbon
Qatar|qatari|doha
Romania|romanian|bucharest
Russia|russian|moscow, kremlin, russian federation
Rwanda|rwandan|kigali
Saudi Arabia|saudi, saudi arabian|riyadh
Senegal|senegalese|dakar
Serbia|serbian|belgrade
Sierra Leone||freetown
Singapore|singaporean|
Slovakia|slovak|bratislava
Slovenia|slovenian|ljubljana
Somalia|somali|mogadishu
South Africa|south african|pretoria
South Korea|south korean|seoul, s. korea, blue house, the south
South Sudan|south sudanese|juba
Spain|spanish|madrid
Sri Lanka|sri lankan|colombo
Sudan|sudanese|khartoum
Suriname|surinamese|
Sweden|swedish|stockholm
Switzerland|swiss|bern
Syria|syrian|damascus
Taiwan|taiwanese|taipei
Tajikistan|tajik|dushanbe
Tanzania|tanzanian|dodoma, dar es salaam
Thailand|thai|bangkok
Togo|togolese|lome
Trinidad and Tobago||port of spain
Tunisia|tunisian|tunis
Turkey|turkish|ankara, türkiye, turkiye
Turkmenistan|turkmen|ashgabat
Uganda|ugandan|kampala
Ukraine|ukrainian|kyiv, kiev
United Arab Emirates|emirati|abu dhabi, uae, emirates
United Kingdom|british|britain, uk, u.k., london, downing street, whitehall, great britain
United States|american|u.s., us, u.s, usa, washington, white house, pentagon, state department, biden administration, trump administration, obama administration, bush administration, america
Uruguay|uruguayan|montevideo
Uzbekistan|uzbek|tashkent
Vatican|vatican|holy see
Venezuela|venezuelan|caracas
Vietnam|vietnamese|hanoi
Yemen|yemeni|sanaa
Zambia|zambian|lusaka
Zimbabwe|zimbabwean|harare
`
