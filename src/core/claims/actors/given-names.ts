/*
 * Given names that news meets often and that are borne by women, or by men, almost alone. They only tell whom "she" or "he" cannot
 * mean; a name that is not here may be anybody's. Own list from common knowledge.
 */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const WOMEN = set(`
abigail ada adele agnes agnieszka aisha alexandra alice alicia alina alison amanda amelia amina amira amy ana anastasia angela
anita anja ann anna annabel anne annette annie antonia anya ariana astrid audrey ayesha barbara beatrice beatriz bella bernadette beth bethany betty
birgit bonnie brenda bridget bronwen camila camilla carla carmen carol carolina caroline carolyn cassandra catalina caterina catherine cathy cecilia
celia chantal charlotte chiara chloe christina christine claire clara claudia colette constance cynthia daisy daniela danielle daria deborah debra
delia delphine denise diana diane donna dora doris dorothy ebony edith eileen eilidh elaine eleanor elena elisa elisabeth eliza elizabeth
ella ellen elsa elspeth emily emma erica erin esther eva evelyn fadia faith farah fatima fatma fatou fiona fionnuala florence frances francesca
freya gabriela gabrielle gemma georgia georgina gertrude gillian giulia gloria grace greta gretchen guadalupe hannah harriet hayley heather heidi helen
helena helene hilary holly ida imogen indira ines ingrid irena irene irina iris isabel isabella isabelle isla ivana jacqueline jane janet janice
jasmine jelena jemima jennifer jenny jessica jill joan joanna joanne jodie josephine joyce judith judy julia juliana julie juliet karen
karin karolina katarina kate katherine kathleen kathryn kathy katie katrina kavita kayla keisha kelly kerstin khadija kirsten kirsty kristen kristin krystyna
lakshmi lara larissa latifa laura lauren layla leanne leila lena leticia lidiia lidia lillian lily linda lisa louise lucia lucinda lucy luisa
lusungu lydia lynn madeleine madison maeve magdalena maja malala mandy manuela marcela margaret margarita maria mariam marianne marie marina marion marjorie
marta martha martina mary maryam matilda maud maureen megan melanie melissa mercedes meredith mia michelle milena mina miranda miriam moira molly mona monica
monika muriel nadia nadine nancy naomi natalia natalie natasha nicola nicole nina nora noreen nuala olga olivia ophelia paige pamela patricia
paula pauline penelope penny petra philippa phoebe phyllis polly priscilla priti priya priyanka rachel rania rebecca renata rita roberta rosa rosalind
rosario rose rosemary rosie ruth sabrina sadia sally samantha samira sandra sara sarah saskia selena shannon sharon sheila shirley shobha sigrid silvia
simone sinead siobhan sofia sonia sophia sophie stella stephanie sumathi susan susanna susannah suzanne svetlana svitlana sylvia tamara tania tanya tara
tatiana tess tessa thelma theresa tina tracey tracy una ursula valentina valerie vanessa vera veronica veronika victoria viktoria violet virginia viviana
wanda wendy yasmin yelena yolanda yulia yvette yvonne zahra zainab zara zeinab zoe zofia
`)
const MEN = set(`
aaron abdul abdullah abraham adam adrian ahmad ahmed aidan alan alasdair albert alberto alejandro aleksandar aleksandr alessandro alexander alexei alfonso alfred
ali alistair allan amit anders andreas andrei andrew andrii andriy angus anthony anton antonio antony archie arjun arnold arthur arturo ashok
barack barry bartosz benedict benjamin bernard bill bjorn bob bogdan boris brad bradley brendan brett brian bruce bruno bryan
carl carlos cedric cesar charles chris christian christopher ciaran claude clifford clive colin colm conor craig curtis cyril damian damien daniel dario
darren dave david dean declan denis dennis derek desmond diarmuid diego dieter dimitri dmitri dmitry dominic donald douglas duncan dylan eamon edgar edmund
eduardo edward edwin elijah emeka emilio emmanuel enrique eoin eric erik ernesto ernest esteban ethan eugene evan ezekiel fabio felipe felix fergus fernando
finn florian francesco francis francisco francois frank franz fred frederic frederick fredrik friedrich gareth gary gavin geoff geoffrey george gerald gerard
gerhard giancarlo gilbert giorgio giovanni giuseppe glen glenn gordon graeme graham grant greg gregory guillermo gunther gustavo guy hamid hans harold harry
harvey hasan hassan hector heinrich helmut henri henrik henry herbert hernan hiroshi howard hubert hugh hugo hussein iain ian ibrahim igor ilya isaac ismail
ivan jack jacob jacques jaime jake jakob jakub james janos jared jason javier jeff jeffrey jens jeremy jerome jerry jesper jesus jim jimmy
joachim joao joaquin joe joel johan johann john johnny jonas jonathan jorge jose josef joseph joshua juan julio julius jürgen justin kamal karl keith
kenneth kenji kevin khalid klaus konrad kurt kwame kyle lars laszlo laurence lawrence lech len leo leonard leonid leonardo leon lewis liam lionel
lorenzo louis lucas ludwig luigi luis luka lukas luke magnus mahmoud malcolm manfred manuel marcel marco marcos marcus marek mario mark markus martin mateo
mateusz mathieu matteo matthew matthias maurice max maxim michael michal michel miguel mikael mike mikhail milan milos mirko mohamed mohammad mohammed moses
muhammad murray mustafa narendra nathan nathaniel neil nelson niall nicholas nicolas nigel nikita nikolai nikolaus noah norbert norman oleg oleh oleksandr oliver
omar oscar osman otto owen pablo paolo patrick paul pavel pavlo pawel pedro pete peter petr petro philip philippe phil pierre piotr rafael rahul
raj rajesh ralph ramon ramzi raphael raul ravi raymond reinhard ricardo richard rob robert roberto roderick rodrigo roger roland roman ron ronald rory
ross roy rudolf rudy rupert ruslan russell ryan salman salvador samuel sanjay santiago saul scott sean sebastian serge sergei sergey sergio seth shaun
shigeru sidney silvio simon slobodan soren stanislav stefan stefano stephen steve steven stewart stuart sunil suresh sven tariq ted terence terry theodore thierry
thomas tim timothy tobias toby todd tom tomas tommy tony travis trevor tristan tyler udo ulrich umar valentin vasily vernon victor viktor vikram vincent
vinod vitaly vladimir volodymyr wade walter warren wayne werner wilfred wilhelm william winston wojciech wolfgang xavier yannick yasser yevgeny youssef yuri
yusuf zachary zbigniew zoran
`)
const HER_TITLE = /^(?:Ms|Mrs|Miss|Lady|Dame|Queen|Princess|Sister|Baroness|Duchess)\.?$/
const HIS_TITLE = /^(?:Mr|Sir|Lord|King|Prince|Father|Brother|Baron|Duke|Imam|Sheikh)\.?$/

/** By which pronoun a text is sure to speak of a person; undefined when the name tells nothing. */
export function pronounOfName(full: string): 'he' | 'she' | undefined {
  const first = full.split(' ')[0] ?? ''
  if (HER_TITLE.test(first)) return 'she'
  if (HIS_TITLE.test(first)) return 'he'
  const name = first.toLowerCase().split('-')[0] ?? ''
  if (WOMEN.has(name)) return 'she'
  return MEN.has(name) ? 'he' : undefined
}
