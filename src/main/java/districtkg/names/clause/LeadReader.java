package districtkg.names.clause;

import districtkg.names.words.Counts;
import districtkg.names.words.NameWords;
import districtkg.names.words.NameWords.Ending;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what precedes a name: adverbs, verbs, times and counts. For one passage; not thread-safe.
 */
public final class LeadReader {
    private static final Pattern EXTENSION =
            Pattern.compile(
                    "(?:（?[一二三四五六七八九十\\d]+期）?|[东西南北]延(?:段|线)?|[东西南北]段|[\\p{IsHan}]{1,4}至[\\p{IsHan}]{1,5}段|[\\p{IsHan}]{2}段|[东西南北]区|[一二三四五六七八九十\\d]+号)?"
                            + "(?:(?:改扩建|扩建|新建|拆除|重建|迁建|改造|大修|提升|升级|修复|治理|整治|绿化|景观|配套|综合|利用|保护|建设|道路)*(?:项目|工程|道路))?");

    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*(?:[（(][一二三四五六七八九十\\d]+[）)]|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、]|\\d+[.．、](?!\\d)|[一二三四五六七八九十]+、|[—－-]{1,2}|[●◆■])\\s*");

    /** The cost or size of a thing before its name: 22亿元的. */
    private static final Pattern SIZE =
            Pattern.compile(
                    "(?:约|近|超|超过)?[0-9]+(?:\\.[0-9]+)?(?:万|亿)?(?:(?:元|亩|平方米|平米|平方公里|公里|千瓦|兆瓦|吨)(?:以上)?的|(?:千瓦|兆瓦|千伏|吨级)(?:的)?)");

    /** The money spent on a thing, before the verb: 1.77亿元 in 投资1.77亿元建设. */
    private static final Pattern MONEY =
            Pattern.compile(
                    "(?:约|近|超|超过)?[0-9]+(?:\\.[0-9]+)?(?:余|多)?(?:百|千)?(?:万|亿)?(?:余|多)?元(?:人民币|资金)?(?:以上)?[，]?");

    private static final Set<String> NOUNS =
            Set.of("科学", "系统", "整体", "重点", "联合", "全域", "集中", "规划", "计划", "综合", "一体");

    private final NameWords known;
    private final Passage passage;

    /**
     * The words before a name.
     *
     * @param end where the name may begin
     * @param verb the last verb; empty if there is none
     * @param many whether a count of several things precedes
     * @param one whether a count of one thing precedes: 一座
     */
    public record Lead(int end, String verb, boolean many, boolean one) {
        /** No words. */
        public static final Lead NONE = new Lead(0, "", false, false);
    }

    /** A reader of one passage. */
    public LeadReader(NameWords known, Passage passage) {
        this.known = known;
        this.passage = passage;
    }

    /** Skips adverbs, verbs, times and counts before a name. */
    public Lead lead(int start, int end, String verb) {
        Matcher number = NUMBER.matcher(passage.words(start, Math.min(end, start + 8)));
        int at = number.lookingAt() && start + number.end() < end ? start + number.end() : start;
        boolean many = false;
        boolean one = false;
        while (at < end - 1 && known.begins("noun", passage.clean(), at, end) == 0) {
            int length = 0;
            boolean acts = false;
            for (String role : List.of("verb", "time", "adverb")) {
                int here = known.begins(role, passage.clean(), at, end);
                if (here > length
                        && at + here < end
                        && !opensName(at, here, end)
                        && !(here == 1
                                && (isBound(at, end)
                                        || known.is("bound", passage.words(at, at + 2))))
                        && !(role.equals("adverb") && isNoun(at, here, end))
                        && !(here > 1 && formsNoun(at, here))) {
                    length = here;
                    acts = !role.equals("adverb");
                    if (role.equals("verb")) {
                        verb = passage.words(at, at + here);
                    }
                }
            }
            if (length == 0) {
                String rest = passage.words(at, Math.min(end, at + 20));
                boolean measured =
                        Character.isDigit(rest.charAt(0)) || "约近超".indexOf(rest.charAt(0)) >= 0;
                Matcher size = SIZE.matcher(measured ? rest : "");
                Matcher money = MONEY.matcher(measured ? rest : "");
                int single = Counts.one(rest);
                int several = Counts.many(rest);
                if (size.lookingAt()) {
                    length = size.end();
                } else if (money.lookingAt()
                        && known.begins("verb", passage.clean(), at + money.end(), end) > 0) {
                    length = money.end();
                } else if (single > 0) {
                    one = true;
                    length = single;
                } else if (several > 0) {
                    many = true;
                    length = several;
                } else if ((at > start && "好了起的".indexOf(passage.at(at)) >= 0)
                        || (at == start && !verb.isEmpty() && passage.at(at) == '了')) {
                    length = 1;
                    many = false;
                }
            } else if (acts) {
                many = false;
                one = false;
            }
            if (length == 0 || at + length >= end) {
                break;
            }
            at += length;
        }
        return new Lead(at, verb, many, one);
    }

    /**
     * Whether a single character that could be an adverb belongs to the next character: 新 in 新能源.
     */
    private boolean isBound(int at, int end) {
        String one = passage.words(at, at + 1);
        char next = passage.at(at + 1);
        return known.is("adverb", one)
                && next != '“'
                && !Character.isDigit(next)
                && known.begins("verb", passage.clean(), at + 1, end) < 2
                && known.begins("adverb", passage.clean(), at + 1, end) < 2;
    }

    /** Whether a word that is a noun or an adverb is a noun here: 科学 in 科学公园. */
    private boolean isNoun(int at, int length, int end) {
        return NOUNS.contains(passage.words(at, at + length))
                && known.begins("verb", passage.clean(), at + length, end) == 0
                && known.begins("adverb", passage.clean(), at + length, end) == 0;
    }

    /** Whether a verb is the first part of a noun: 开发 in 开发区, 投资 in 投资者. */
    private boolean formsNoun(int at, int length) {
        char next = passage.at(at + length);
        return "者商员业力费率型性局署链".indexOf(next) >= 0
                || (next == '区' && known.is("zone", passage.words(at, at + length)));
    }

    /** Whether a word that could introduce a name is the start of the name, as 创新 in 创新中心. */
    private boolean opensName(int at, int length, int end) {
        if (!known.is("opener", passage.words(at, at + length))) {
            return false;
        }
        int after = at + length;
        for (int stop = Math.min(end, after + 6); stop > after; stop--) {
            Ending ending = known.ending(passage.words(after, stop));
            if (ending != null && boundary(stop, end)) {
                return !known.ending(passage.clean(), after + 1, stop, true);
            }
        }
        return false;
    }

    /** The length of a phase or of "扩建工程" after a name; 0 if neither follows. */
    public int extension(int at, int end) {
        Matcher matcher = EXTENSION.matcher(passage.words(at, Math.min(end, at + 16)));
        return matcher.lookingAt() && boundary(at + matcher.end(), end) ? matcher.end() : 0;
    }

    /**
     * Whether a name may end here: at the end, before punctuation, or before a word that follows
     * names.
     */
    public boolean boundary(int at, int end) {
        if (at >= end) {
            return true;
        }
        char one = passage.at(at);
        return (!Character.isLetter(one) && one != '-' && one != '·')
                || (one == '两' && Counts.many(passage.words(at, Math.min(end, at + 8))) > 0)
                || known.begins("tail", passage.clean(), at, end) > 0
                || known.begins("time", passage.clean(), at, end) > 0;
    }

    /** Whether a verb, or its last two characters, have a role: 推进 in 扎实推进. */
    public boolean does(String role, String verb) {
        return known.is(role, verb)
                || (verb.length() > 2 && known.is(role, verb.substring(verb.length() - 2)));
    }
}
