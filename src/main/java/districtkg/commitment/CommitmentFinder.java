package districtkg.commitment;

import districtkg.names.Name;
import districtkg.names.NameFinder;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.NameWords;
import districtkg.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the clauses of a plan that can be checked later and have no figure. Attitudes, slogans and
 * numbered headings are left out. The caller passes a part that is a plan. Safe for many threads;
 * linear in the length of the passage.
 */
public final class CommitmentFinder {
    private static final int SHORTEST = 5;
    private static final int LONGEST_TITLE = 16;
    private static final String VAGUE = "vague";

    private static final Pattern HEADING =
            Pattern.compile(
                    "\\s*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[，、是]|\\d+[.．、](?!\\d)).*",
                    Pattern.DOTALL);
    private static final Pattern FIGURE =
            Pattern.compile(
                    "\\d[\\d.,]*(?:余|多)?(?:[万亿千百](?!伏|米|瓦)|%|％|‰|个|家|条|座|所|项|处|场|对|支|类|种|批|台|套|人|户|名|位|件|次|公里|平方|亩|吨|米|元|公顷|年(?!底|度|内|前)|倍|度|天|张|间|辆|栋|片|只|头|千瓦|兆瓦|层|步|级)"
                            + "|[两二三四五六七八九十百千万]+(?:余|多)?(?:个|家|条|座|所|项|处|场|公里|万|亿|成)"
                            + "|翻[一两]?番");
    private static final Pattern GENERAL = Pattern.compile("总体要求|总体思路|指导思想|基本思路|总基调|在这里，?我提议");
    private static final Pattern CIRCUMSTANCE =
            Pattern.compile(
                    "^(?:(?:在|按照|通过|围绕|依托|聚焦|利用|借助).{2,24}|以.{2,8}(?:模式|方式|形式))(?:推进|实施|开展|建立|给予|建成|建设(?!.{0,2}(?:上|中|为))|新建|试点|推出|引进|举办|规划布局|完成|编制|打造(?=一批|.{0,12}(?:园|中心|基地|平台)))");
    private static final Pattern CLEAR =
            Pattern.compile(
                    "全覆盖|一批|通车|投产|投用|开工|竣工|运营|达标|清零|全部|项目|排查|整治|治理|到位|(?:标准|比重|比例|覆盖面|待遇|额度|总水平|领域|范围)$|^(?:形成|推动形成).{2,}(?:成果|方案|清单|制度|名录)$|^实现.{4,}化$|^(?:率先|全面|加快)?实现.{4,}(?:直达|直连|联网|互认)$");

    /** Places and things of a party, which are no slogans. */
    private static final Pattern ORGANISED =
            Pattern.compile("党群服务|党史馆|党校|党建馆|[^，。；]{0,30}(?:工程|行动|计划)$");

    private static final Pattern MUST = Pattern.compile("(?:我们)?(?:要|将)");

    /** What holds a number that is no figure: a quotation or title, or an area around a thing. */
    private static final Pattern NO_FIGURE =
            Pattern.compile("[“《][^”》]*[”》]|\\d+(?:\\.\\d+)?(?:米|公里)(?:范围|半径)内?");

    private final NameWords known;

    /** A finder with the word lists of the program. */
    public CommitmentFinder() {
        this(NameWords.OWN);
    }

    CommitmentFinder(NameWords known) {
        this.known = known;
    }

    /** The commitments in a plan, in the order of the text. */
    public List<Commitment> find(String text) {
        return find(text, new NameFinder().find(text).stream().map(Name::span).toList());
    }

    /**
     * The same, where the names of the plan are known. A vague clause or a heading that opens a
     * paragraph is a commitment only if a name stands in it.
     *
     * @param named where names stand, in code points, in order
     */
    public List<Commitment> find(String text, List<Span> named) {
        return clauses(text).stream()
                .filter(
                        one ->
                                !one.doubts().contains(VAGUE)
                                        || named.stream()
                                                .anyMatch(
                                                        name ->
                                                                name.start() < one.span().end()
                                                                        && one.span().start()
                                                                                < name.end()))
                .toList();
    }

    private List<Commitment> clauses(String text) {
        Passage passage = new Passage(text);
        List<Commitment> found = new ArrayList<>();
        boolean heading = false;
        boolean general = false;
        for (Part clause : passage.clauses()) {
            boolean first = clause.start() == 0 || passage.at(clause.start() - 1) == '\n';
            boolean sentence = first || "。！？；".indexOf(passage.at(clause.start() - 1)) >= 0;
            if (first) {
                heading = HEADING.matcher(passage.words(clause.start(), clause.end())).matches();
            } else if (sentence) {
                heading = false;
            }
            String words = passage.words(clause.start(), clause.end());
            general =
                    sentence
                            ? GENERAL.matcher(words).find()
                            : general || GENERAL.matcher(words).find();
            if (!heading && !general) {
                boolean title = first && isTitle(passage, clause);
                read(passage, clause, title).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether a short sentence opens a paragraph that goes on. */
    private static boolean isTitle(Passage passage, Part clause) {
        return clause.end() - clause.start() <= LONGEST_TITLE
                && passage.at(clause.end()) == '。'
                && passage.at(clause.end() + 1) != '\n';
    }

    private boolean isSlogan(String words) {
        return known.words("slogan").stream().anyMatch(words::contains);
    }

    private Optional<Commitment> read(Passage passage, Part clause, boolean title) {
        int start = clause.start();
        int end = clause.end();
        while (start < end
                && !Character.isLetterOrDigit(passage.at(start))
                && passage.at(start) != '“') {
            start++;
        }
        String words = passage.words(start, end).stripTrailing();
        if (words.length() < SHORTEST
                || words.length() > 110
                || FIGURE.matcher(NO_FIGURE.matcher(words).replaceAll("“”")).find()
                || (known.begins("attitude", words, 0, words.length()) > 0
                        && !acts(words)
                        && !mustAct(words))
                || (isSlogan(words) && isSlogan(ORGANISED.matcher(words).replaceAll("")))) {
            return Optional.empty();
        }
        List<String> doubts = new ArrayList<>();
        boolean acts = false;
        int at = 0;
        while (at < words.length()) {
            int length = known.begins("verb", words, at, words.length());
            if (known.begins("ensured", words, at, words.length()) > 0
                    || known.begins("strivenFor", words, at, words.length()) > 0) {
                acts = true;
                break;
            }
            if (known.begins("vague", words, at, words.length()) >= Math.max(1, length)
                    && !CLEAR.matcher(words).find()
                    && !doubts.contains(VAGUE)) {
                doubts.add(VAGUE);
            }
            if (length > 0 && !known.is("function", words.substring(at, at + length))) {
                acts = true;
                break;
            }
            int pass =
                    Math.max(
                            at == 0 && mustAct(words) ? length(MUST, words) : length,
                            Math.max(
                                    known.begins("adverb", words, at, words.length()),
                                    known.begins("time", words, at, words.length())));
            if (pass == 0) {
                break;
            }
            at += pass;
        }
        if (doubts.isEmpty()
                && (title || (VagueClauses.contain(words) && !CLEAR.matcher(words).find()))) {
            doubts.add(VAGUE);
        }
        double sureness = 0.8;
        if (!acts) {
            boolean within = false;
            for (int here = 2; here < words.length() && !within; here++) {
                within = known.begins("act", words, here, words.length()) > 0;
            }
            if (!within) {
                return Optional.empty();
            }
            doubts.add("subject");
            sureness = 0.6;
        }
        return Optional.of(
                new Commitment(
                        passage.span(start, start + words.length()),
                        words,
                        strength(words),
                        sureness,
                        List.copyOf(doubts)));
    }

    private static int length(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** Whether a clause says in plain words what must be done: 要加快老旧小区改造. */
    private boolean mustAct(String words) {
        Matcher must = MUST.matcher(words);
        return must.lookingAt()
                && known.begins("attitude", words, must.end(), words.length()) == 0
                && known.begins("slogan", words, must.end(), words.length()) == 0
                && (known.begins("verb", words, must.end(), words.length()) > 1
                        || known.begins("adverb", words, must.end(), words.length()) > 1);
    }

    /** Whether an action follows the circumstance with which a clause opens. */
    private boolean acts(String words) {
        return CIRCUMSTANCE.matcher(words).find();
    }

    /** The strength that the words of a clause express. */
    static Strength strength(String words) {
        for (Strength strength : List.of(Strength.ENSURED, Strength.STRIVEN_FOR)) {
            for (String word : NameWords.OWN.words(strength.word())) {
                if (words.contains(word)) {
                    return strength;
                }
            }
        }
        return Strength.INTENDED;
    }
}
