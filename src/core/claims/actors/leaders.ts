import type { SourceType } from '../claim'

/*
 * Heads of states, of armed groups and of bodies whom newspapers name without their office. Own list; whose last name many bear is left
 * out. Of several spellings, between "=", the first one names the person.
 */

/** A person the text need not introduce. */
export interface Leader {
  readonly full: string
  readonly type: SourceType
  readonly side?: string
}

const OFFICIALS = String.raw`
Russia: Vladimir Putin, Dmitry Medvedev, Sergei Lavrov = Sergey Lavrov, Dmitry Peskov, Sergei Shoigu = Sergey Shoigu, Maria Zakharova, Ramzan Kadyrov, Igor Konashenkov
Ukraine: Volodymyr Zelensky = Volodymyr Zelenskyy = Volodymyr Zelenskiy = Vladimir Zelensky = Vladimir Zelenskiy, Petro Poroshenko, Viktor Yanukovych, Dmytro Kuleba, Andriy Yermak = Andrii Yermak, Oleksandr Syrskyi = Oleksandr Syrskii = Oleksandr Syrsky = Oleksandr Syrskiy, Valerii Zaluzhnyi = Valeriy Zaluzhny = Valerii Zaluzhny = Valeriy Zaluzhnyi
Belarus: Alexander Lukashenko = Aleksandr Lukashenko = Alyaksandr Lukashenka
United States: Donald Trump, Barack Obama, Joe Biden, Mike Pompeo, Antony Blinken, Pete Hegseth
Israel: Benjamin Netanyahu, Yoav Gallant, Avigdor Lieberman
Palestine: Mahmoud Abbas, Saeb Erekat
Syria: Bashar al-Assad = Bashar Assad = Bashar el-Assad
Iran: Ali Khamenei, Hassan Rouhani, Ebrahim Raisi, Javad Zarif, Mahmoud Ahmadinejad, Masoud Pezeshkian
Turkey: Recep Tayyip Erdogan = Recep Tayyip Erdoğan = Tayyip Erdogan
Egypt: Abdel Fattah el-Sissi = Abdel-Fattah el-Sissi = Abdel Fattah al-Sisi = Abdel Fattah el-Sisi = Abdel-Fattah el-Sisi, Hosni Mubarak
Libya: Muammar Gaddafi = Moammar Gadhafi = Muammar Qaddafi = Moammar Gaddafi = Muammar el-Qaddafi = Muammar al-Gaddafi, Khalifa Haftar = Khalifa Hifter
Iraq: Saddam Hussein, Nouri al-Maliki, Haider al-Abadi
Afghanistan: Ashraf Ghani, Hamid Karzai
India: Narendra Modi
North Korea: Kim Jong Un = Kim Jong-un = Kim Jong-Un
China: Xi Jinping
Venezuela: Nicolas Maduro = Nicolás Maduro
Philippines: Rodrigo Duterte
Brazil: Jair Bolsonaro
Hungary: Viktor Orban = Viktor Orbán
France: Emmanuel Macron, François Hollande = Francois Hollande
Germany: Angela Merkel, Olaf Scholz, Friedrich Merz
United Kingdom: Keir Starmer, Rishi Sunak
Canada: Justin Trudeau
Zimbabwe: Robert Mugabe, Emmerson Mnangagwa
Sudan: Omar al-Bashir, Abdel Fattah al-Burhan
`
const FIGHTERS = String.raw`
Hezbollah: Hassan Nasrallah
Hamas: Ismail Haniyeh, Yahya Sinwar
`

const byName = new Map<string, Leader>()
for (const [text, type] of [
  [OFFICIALS, 'official'],
  [FIGHTERS, 'armed-group']
] as const)
  for (const line of text.trim().split('\n')) {
    const [side = '', names = ''] = line.split(': ')
    for (const spellings of names.split(', ')) {
      const forms = spellings.split(' = ')
      const leader: Leader = { full: forms[0] ?? '', type, side }
      for (const full of forms) {
        byName.set(full, leader)
        const last = full.slice(full.lastIndexOf(' ') + 1)
        if (!/^(?:Un|Jong-[Uu]n|Jinping)$/.test(last)) byName.set(last, leader)
      }
    }
  }

/** The leader of this full or last name, however it is spelled, where it is known whom it means. */
export function leaderCalled(name: string): Leader | undefined {
  return byName.get(name)
}
