import { readActors } from './actor'
import type { Actor } from './actor'

/*
 * Bodies that speak in the news: services, groups, agencies of states, international bodies, monitors.
 * Own compilation from common knowledge. The side is given only where the body acts for it.
 */
const MILITARY = `
Israel Defense Forces|idf, israeli military, israeli army, israel defence forces, israeli defense forces, shin bet, mossad|Israel
Pentagon|u.s. defense department, department of defense, u.s. department of defense, us defense department, defense department|United States
U.S. Central Command|centcom, central command, u.s. military, us military, u.s. navy, u.s. army, u.s. air force|United States
Ukraine's military intelligence|gur, hur, main directorate of intelligence, ukraine's military intelligence service, ukrainian military intelligence|Ukraine
Ukraine's General Staff|general staff of ukraine, ukrainian general staff, general staff of the armed forces of ukraine, armed forces of ukraine, ukraine's armed forces|Ukraine
Islamic Revolutionary Guard Corps|irgc, revolutionary guards, revolutionary guard|Iran
Black Sea Fleet|russia's black sea fleet|Russia
Northern Fleet|russia's northern fleet|Russia
Syrian army|syrian arab army|Syria
People's Liberation Army|pla|China
`
const AGENCIES = `
Kremlin|the kremlin|Russia
White House|the white house, biden administration, trump administration, obama administration|United States
U.S. State Department|state department, us state department, department of state|United States
National Security Council|nsc|
CIA|central intelligence agency|United States
FBI|federal bureau of investigation|United States
Federal Security Service|fsb, federal security service|Russia
Security Service of Ukraine|sbu|Ukraine
MI5|mi6, gchq|United Kingdom
Downing Street|no 10, no. 10, number 10|United Kingdom
U.S. Treasury|treasury department, us treasury, u.s. treasury department|United States
U.S. Justice Department|justice department, department of justice, us justice department, doj|United States
Department of Homeland Security|dhs, homeland security|United States
European Commission|eu commission, brussels|European Union
European Union|eu, e.u.|European Union
NATO|north atlantic treaty organization|NATO
African Union|au|African Union
Arab League||Arab League
`
const GROUPS = `
Hamas|qassam brigades, al-qassam brigades, hamas-run government|Hamas
Hezbollah|hizbullah, hizbollah|Hezbollah
Houthis|houthi, houthi movement, houthi rebels, ansar allah, houthi militants|Houthis
Taliban|afghan taliban|Taliban
Islamic State|isis, isil, daesh, daish, is, is group, islamic state group|Islamic State
al-Qaeda|al qaeda, al-qaida|al-Qaeda
Boko Haram||Boko Haram
al-Shabab|al shabaab, al-shabaab|al-Shabab
PKK|kurdistan workers' party, kurdistan workers party|PKK
Syrian Democratic Forces|sdf|Syrian Democratic Forces
Farc|revolutionary armed forces of colombia|Farc
Wagner|wagner group, wagner mercenary group|Russia
Palestinian Islamic Jihad|islamic jihad|Palestinian Islamic Jihad
Rapid Support Forces|rsf|Rapid Support Forces
M23||M23
Donetsk People's Republic|dnr, dpr|Russia
Luhansk People's Republic|lnr, lpr|Russia
`
const UNITED_NATIONS = `
United Nations|u.n., un|
OCHA|un office for the coordination of humanitarian affairs, u.n. office for the coordination of humanitarian affairs, office for the coordination of humanitarian affairs|
World Health Organization|who, world health organisation|
UNICEF||
UNHCR|u.n. refugee agency, un refugee agency|
UNRWA||
UN Human Rights Office|ohchr, un human rights office, u.n. human rights office, un high commissioner for human rights, u.n. high commissioner for human rights, office of the un high commissioner for human rights, office of the high commissioner for human rights|
UNESCO||
World Food Program|wfp, world food programme|
International Atomic Energy Agency|iaea|
U.N. Security Council|security council, un security council|
World Bank||
International Monetary Fund|imf|
World Trade Organization|wto|
International Court of Justice|icj|
International Criminal Court|icc|
OPCW|organisation for the prohibition of chemical weapons|
OSCE||
World Meteorological Organization|wmo|
`
const CHARITIES = `
Amnesty International|amnesty|
Human Rights Watch|hrw|
Doctors Without Borders|msf, médecins sans frontières, medecins sans frontieres|
Red Cross|icrc, international committee of the red cross, international red cross|
Palestine Red Crescent|palestinian red crescent, palestine red crescent society, palestinian red crescent society|Palestine
Red Crescent||
Save the Children||
Oxfam||
Greenpeace||
Reporters Without Borders|rsf press|
Committee to Protect Journalists|cpj|
Transparency International||
Human Rights Activists News Agency|hrana|
`
const MONITORS = `
Syrian Observatory for Human Rights|sohr, syrian observatory, observatory|
Institute for the Study of War|isw|
Bellingcat||
NetBlocks||
Airwars||
ACLED||
International Crisis Group|crisis group|
U.S. Geological Survey|usgs, us geological survey|
National Weather Service|nws|
National Hurricane Center|nhc|
Centers for Disease Control and Prevention|cdc|
Food and Drug Administration|fda|
NASA||
Federal Aviation Administration|faa|
National Transportation Safety Board|ntsb|
Office for National Statistics|ons|
Federal Reserve|fed|
European Central Bank|ecb|
Bank of England||
Electoral Commission||
`

/** Every body with its type. */
export const BODIES: readonly Actor[] = [
  ...readActors('military', MILITARY),
  ...readActors('official', AGENCIES),
  ...readActors('armed-group', GROUPS),
  ...readActors('un', UNITED_NATIONS),
  ...readActors('ngo', CHARITIES),
  ...readActors('monitor', MONITORS)
]
