package districtkg.names;

import districtkg.names.candidate.Candidate;
import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.names.words.NameWords.Ending;
import districtkg.names.words.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a candidate is a name, by a score of its words and those around it. For one
 * clause.
 */
final class NameScorer {
    private static final double ENOUGH = 0.45;

    private static final int LONGEST = 36;

    private static final Pattern OWN =
            Pattern.compile("(?:[县区市省](?!级|域|场|属|内|区|直|政|一级|重点|高)|本[县区市省]).");

    /** Verbs that state that a programme is running: 启动实施. */
    private static final Pattern RUNS =
            Pattern.compile("(?:全面|深入|加快|扎实|顺利|有序|稳步|持续|成功|正式)?(?:启动|实施|推进|开展|完成|收官)");

    /** Words for a rank or an aim that are not part of a name: 区域性, 省级. */
    private static final Pattern RANKED =
            Pattern.compile(
                    "^(?:\\d?A+级|区域性|国际性|全国性|世界级|世界一流|国际一流|国内一流|国家级|省级|市级|县级|全国重要|国家重要|国家区域|具有|高品质|高水平|现代化)");

    /** Words that show that a title verb before a name only expresses a wish: 争取…线纳入规划. */
    private static final Pattern JOINS_PLAN =
            Pattern.compile("纳入|列入|落地|落户|开工|动工|立项|获批|启动|建成|通车|投用|竣工|完工");

    /** Words after the name of a thing that is built. */
    private static final Pattern BUILT = Pattern.compile("(?:规划)?(?:建设|开发)(?!者|商|性|力|用)|开工|动工");

    /** The name of a road or line in a member of a list. */
    private static final Pattern ROAD =
            Pattern.compile("[\\p{IsHan}]{2}(?:大道|公路|高速|铁路|路|街)(?=[东西南北][段延]|[建改、]|$)");

    /** Words that no name begins or ends with: 最优承载区. */
    private static final Pattern UNNAMED =
            Pattern.compile(
                    "^[至与和及]|最[优大强美佳新高]$|[的有]$|^\\d?A+级(?:精品|旅游|重点)*$|^(?:产业|功能|公益|竞争)类|以[上下内]|占比|比重|覆盖率|季度|^[、，]|(?:围绕|聚焦|立足|走出|就像|来时|如同)$|^回望");

    /** Verbs of awards, after which the title of a higher place is no name. */
    private static final Set<String> AWARDS =
            Set.of("获评", "入选", "荣获", "被评为", "评为", "认定为", "被认定为", "授予", "跻身", "获得", "摘得");

    /** Two things, which rarely make one name: 路网与 in 路网与公园. */
    private static final Pattern JOINED =
            Pattern.compile("(?<=..)(?:(?<!民)和(?![平谐顺美睦气县])|与|及(?!时))(?=.)");

    /** Endings of names that hold an "and": 治理与发展研究院. */
    private static final Pattern SCIENCE = Pattern.compile("(?:研究|实验|学院|大学|中心|院|所|会|联盟)$");

    private static final Pattern HIGHER = Pattern.compile("国家|全国|省级?|市级|中国|首批");

    private static final String ROADS = "路街桥";

    /** What a road with a direction begins with: 北环 in 北环路. */
    private static final Pattern TOWARDS = Pattern.compile("[东西南北中][\\p{IsHan}]{1,2}");

    private static final Pattern QUOTATIONS = Pattern.compile("(?:“[^“”]+”)+");

    /** Words between a counted thing and its number. */
    private static final Pattern REACHES =
            Pattern.compile("(?:试点|示范|数量|总数|累计)?(?:达到|达|增至|增加到|增长到|超过|超|突破|发展到|共)?");

    private static final Pattern QUOTED = Pattern.compile("“[^“”]+”");

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;
    private final Clause clause;
    private final List<Name> doubtful = new ArrayList<>();

    NameScorer(NameWords known, Passage passage, LeadReader leads, Clause clause) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        this.clause = clause;
    }

    /** Candidates with a low score, which are names only in a list that has other names. */
    List<Name> doubtful() {
        return doubtful;
    }

    Optional<Name> judge(Candidate found) {
        Ending ending = found.ending();
        int start = found.start();
        String modifier = passage.words(start, found.base());
        String verb = found.lead().verb();
        boolean extended = found.stop() > found.base() + ending.word().length();
        if ((modifier.isBlank()
                        && !known.is("whole", ending.word())
                        && !(extended && ending.proper() && ending.word().endsWith("区")))
                || UNNAMED.matcher(modifier).find()
                || modifier.endsWith("之")
                || (modifier.endsWith("互联") && ending.word().equals("互通"))
                || found.stop() - start > LONGEST
                || found.lead().many()
                || (clause.isCounted() && !found.ending().proper())
                || known.is("no", passage.words(start, found.stop()))) {
            return Optional.empty();
        }
        if ((ending.kind() != Kind.EVENT && endsInCount(modifier)) || NotNames.isPhrase(modifier)) {
            return Optional.empty();
        }
        boolean quoted = modifier.indexOf('“') >= 0 || modifier.indexOf('《') >= 0;
        boolean latin = modifier.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        int rare =
                known.rarePairs(
                        passage.clean(),
                        start,
                        ending.word().length() == 1 ? found.base() + 1 : found.base());
        boolean own = OWN.matcher(modifier).lookingAt();
        boolean generic = !own && known.isMadeOf("generic", modifier);
        List<String> doubts = new ArrayList<>();
        if (ending.word().length() == 1) {
            boolean marked = known.rarePairs(passage.clean(), start, found.base() + 1) > 0;
            boolean row =
                    (clause.isListed()
                                    && (clause.head().kind() == Kind.FACILITY
                                            || clause.head().kind() == Kind.PROJECT))
                            || amongRoads(ending);
            boolean road = ROADS.indexOf(ending.word()) >= 0 && TOWARDS.matcher(modifier).matches();
            if ((!marked && !road && !quoted && !latin && !row && !completed(found))
                    || modifier.length() > 8) {
                return Optional.empty();
            }
        }
        if (!ending.proper() && kindOfThing(ending) && isSlogan(modifier)) {
            return Optional.empty();
        }
        double score = ending.proper() ? 0.6 : 0;
        Kind kind = ending.kind();
        if (QUOTED.matcher(modifier).matches()
                && ending.word().equals("工程")
                && leads.does("programme", verb)) {
            kind = Kind.PROGRAMME;
            score = 0.6;
        } else if (kind == Kind.PROGRAMME) {
            boolean led =
                    leads.does("programme", verb)
                            || (verb.isEmpty()
                                    && start == clause.start()
                                    && RUNS.matcher(
                                                    passage.words(
                                                            found.stop(),
                                                            Math.min(
                                                                    clause.end(),
                                                                    found.stop() + 6)))
                                            .lookingAt());
            boolean named = ending.proper();
            if (!quoted && rare == 0 && modifier.length() <= 4 && endsList(start)) {
                return Optional.empty();
            }
            boolean slogan = NotNames.isSlogan(modifier.replaceAll("[“”]", ""));
            if (generic && modifier.length() <= 2 && ending.word().length() <= 4) {
                return Optional.empty();
            }
            if (!(named
                    ? quoted
                            || (led && modifier.length() >= 3)
                            || (led && modifier.length() + ending.word().length() >= 6)
                            || (led && modifier.length() == 2 && rare > 0)
                    : quoted && led && !slogan)) {
                return Optional.empty();
            }
            score = 0.3 + (named ? 0.3 : 0) + (led ? 0.3 : 0);
        }
        boolean happens = false;
        score += TOWARDS.matcher(modifier).matches() && ROADS.contains(ending.word()) ? 0.5 : 0;
        score += rare > 0 ? 0.4 + 0.1 * Math.min(3, rare) : 0;
        score += quoted || latin ? 0.3 : 0;
        score += modifier.length() >= 4 ? 0.2 : 0;
        score += modifier.length() >= 8 && !generic ? 0.3 : 0;
        score +=
                ending.word().equals("工程")
                                && ((modifier.length() >= 4
                                                && leads.does("carries", verb)
                                                && (!clause.isListed()
                                                        || start
                                                                < clause.members()
                                                                        .getFirst()
                                                                        .end()))
                                        || quoted)
                        ? modifier.length() >= 6 ? 0.4 : 0.3
                        : 0;
        if (verb.isEmpty()
                && start == clause.start()
                && known.begins("event", passage.clean(), found.stop(), clause.end()) > 0) {
            score += 0.5;
            happens = true;
        }
        score += clause.status().isPresent() && clause.status().get() != Status.UNDER_WAY ? 0.2 : 0;
        score += clause.head().kind() != null && clause.isListed() ? 0.35 : 0;
        score += founds(verb) && ending.kind() != Kind.PROGRAMME ? 0.3 : 0;
        score += found.lead().one() ? 0.3 : 0;
        score += own ? 0.2 : 0;
        if (modifier.length() == 1 && !"县区市省新".contains(modifier)) {
            score -= 0.6;
        }
        if (generic) {
            score -=
                    ending.kind() == Kind.PROGRAMME || happens
                            ? 0.1
                            : modifier.length() >= 6 || ending.word().length() > 2 ? 0.25 : 0.5;
            doubts.add("descriptive");
        }
        if (RANKED.matcher(modifier).find()
                && rare == 0
                && kind != Kind.PROGRAMME
                && kind != Kind.EVENT) {
            score -= 0.4;
            doubts.add("descriptive");
        }
        if ((kind == Kind.FACILITY || kind == Kind.PROJECT || kind == Kind.ORGANISATION)
                && JOINED.matcher(modifier).find()
                && !SCIENCE.matcher(ending.word()).find()
                && !ending.word().endsWith("工程")
                && !quoted) {
            score -= rare > 2 ? 0.3 : 1;
            doubts.add("joined");
        }
        score += found.stop() > found.base() + ending.word().length() ? 0.2 : 0;
        score += kind == Kind.EVENT && quoted ? 0.2 : 0;
        score +=
                !ending.proper()
                                && !generic
                                && modifier.length() >= 4
                                && BUILT.matcher(
                                                passage.words(
                                                        found.stop(),
                                                        Math.min(clause.end(), found.stop() + 4)))
                                        .lookingAt()
                        ? 0.2
                        : 0;
        score += modifier.startsWith("国家") && modifier.length() >= 6 ? 0.15 : 0;
        boolean ofHigher = AWARDS.contains(verb) && HIGHER.matcher(modifier).lookingAt();
        if (leads.does("title", verb)
                && (ofHigher || !(ending.proper() && rare > 0))
                && !JOINS_PLAN
                        .matcher(
                                passage.words(
                                        found.stop(), Math.min(clause.end(), found.stop() + 4)))
                        .lookingAt()) {
            score -=
                    verb.equals("创建")
                                    && ending.kind() == Kind.FACILITY
                                    && !known.is("titles", ending.word())
                            ? 0.1
                            : 0.7;
            score -= ofHigher ? 0.4 : 0;
            doubts.add("title");
        }
        if (countedAfter(found.stop())
                && (!clause.isListed()
                        || start < clause.members().getLast().start()
                        || countsEach())) {
            return Optional.empty();
        }
        double sureness = 1 / (1 + Math.exp(-4 * (score - 0.6)));
        Name name =
                new Name(
                        passage.span(start, found.stop()),
                        passage.words(start, found.stop()),
                        kind,
                        clause.status(),
                        Math.max(sureness, ENOUGH),
                        List.copyOf(doubts));
        if (sureness < ENOUGH) {
            if (clause.isListed() && score > 0.15 && ending.kind() != Kind.PROGRAMME) {
                doubtful.add(name);
            }
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** Whether the last of several members that share an ending starts here: 整治 in 市容、交通整治. */
    private boolean endsList(int start) {
        return clause.etc() < 0
                && clause.members().size() > 1
                && start >= clause.members().getLast().start();
    }

    /** Whether a short name of a thing that is built is the subject of its completion: 许心桥完成改造. */
    private boolean completed(Candidate found) {
        int stop = found.stop();
        int length = known.begins("verb", passage.clean(), stop, clause.end());
        return found.start() == clause.start()
                && found.base() - found.start() == 2
                && found.ending().kind() == Kind.FACILITY
                && length > 0
                && known.status(passage.words(stop, stop + length))
                        .filter(says -> says != Status.PLANNED && says != Status.UNDER_WAY)
                        .isPresent();
    }

    private static boolean kindOfThing(Ending ending) {
        return ending.kind() == Kind.FACILITY || ending.kind() == Kind.ORGANISATION;
    }

    /** Whether words are only quotations of slogans: “一日游”“两日游”, “两业”. */
    private static boolean isSlogan(String modifier) {
        return QUOTATIONS.matcher(modifier).matches()
                && NotNames.isSlogan(modifier.replaceAll("[“”]", ""));
    }

    /** Whether a number counts the things named here: 公园5个, 公园达到5个. */
    private boolean countedAfter(int stop) {
        String rest = passage.words(stop, Math.min(clause.end(), stop + 12));
        Matcher reaches = REACHES.matcher(rest);
        String number = reaches.lookingAt() ? rest.substring(reaches.end()) : rest;
        return Counts.many(number.substring(0, Math.min(8, number.length()))) > 0;
    }

    /** Whether the first member of a list has its own count: 花园3个、书屋2个. */
    private boolean countsEach() {
        Part first = clause.members().getFirst();
        return clause.members().size() > 1
                && Counts.in(passage.words(first.start(), first.end())).find();
    }

    /** Whether another member ends like this road or line. */
    private boolean amongRoads(Ending ending) {
        return clause.members().size() > 1
                && known.is("shared", ending.word())
                && clause.members().stream()
                                .filter(
                                        one ->
                                                ROAD.matcher(passage.words(one.start(), one.end()))
                                                        .find())
                                .count()
                        > 1;
    }

    /** Whether a verb states that a single thing was founded or completed: 成立, 建成. */
    private boolean founds(String verb) {
        Optional<Status> says = known.status(verb);
        return says.isPresent()
                && (says.get() == Status.COMPLETED || says.get() == Status.IN_OPERATION)
                && !verb.equals("完成");
    }

    /** Whether the words end with a count of things: 东山、西山3家. */
    private boolean endsInCount(String modifier) {
        for (int at = Math.max(0, modifier.length() - 6); at < modifier.length(); at++) {
            String rest = modifier.substring(at);
            int length = Math.max(Counts.many(rest), Counts.one(rest));
            if (length == rest.length() && (at == 0 || modifier.charAt(at - 1) != '第')) {
                return true;
            }
        }
        return false;
    }
}
