package districtkg.figure;

import districtkg.quantity.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides the words around a number: time, connectives, action, and what is counted. */
final class Phrase {
    private static final Pattern HEAD =
            Words.pattern(
                    "^(?:{lead}|{adverb}|(?:在|对)[^，。；在对建]{2,25}?(?={verb})|方面的?|\\d{1,3}[.．、]|[，、；：,;\\s\u0000和与并的]|及(?!时|其|早|格))+");
    private static final Pattern TAIL = Words.pattern("(?:{link}|百分之|[，、：:,\\s\u0000“（(])+$");
    private static final Pattern BOUND = Pattern.compile("^(?:以上|以下|以内|左右|上下)");
    private static final Pattern VERB =
            Words.pattern("^(?<verb>(?:(?:{adverb})*{verb})+)(?<rest>.*)$");
    private static final Pattern CHANGE =
            Words.pattern(
                    "^(?<base>.*?)(?:{link})*(?<!自然)(?:(?<rise>{rise})|(?<fall>{fall}))"
                            + "(?:速度|速率|幅度|率)?(?:的?预期目标|的?目标|的?预期|预期值)?(?:确定|设定|定|安排)?"
                            + "(?:了|约|近|超过|超|突破|不低于|高达|达到|达|为|均|分别|逾|不少于|不超过|预计|平均|以上|在|力争|首次|至少|保持|百分之|：|将|也|均|都|[\\s\u0000])*$");
    private static final Pattern SHARE =
            Words.pattern(
                    "^(?<base>.*?)(?:{link})*占(?!地(?!区|方)|比|用|补)(?<whole>.*?)的?(?:总量|总数)?(?:比重|比例|份额|比)?(?:{link})*$");
    private static final Pattern PREDICATE =
            Words.pattern("^(?<noun>.+?)(?<predicate>(?:的)?(?:{predicate})(?!项目|工程).*)$");
    private static final Pattern ADVERBS = Words.pattern("^(?:的|{adverb}|被|均|都|已)+");

    /** How things happen, between the thing and its predicate: 早日 in 项目早日竣工. */
    private static final Pattern MANNER = Words.pattern("(?:{adverb}|早日|尽快|尽早|按期|按时|抓紧)+$");

    private static final Pattern LIST_END = Pattern.compile("[、，和及与：“（(]+$");
    private static final Pattern GENERIC = Words.pattern("^(?:{generic})$");
    private static final Pattern NO_NOUN =
            Words.pattern(
                    "^(?:{verb}(?!(?:重点)?(?:项目|工程))|{rise}|{fall}|以上|以下|以内|左右|和|及|与|、|，|用于|[为向](?!民|日葵|量)|让|使(?!用|馆)|将|的?(?:新[“纪高]|基础上|情况下|背景下|同时|目标|水平|大关|任务|速度|增速|台阶|关口)|$)");
    private static final Pattern ODD =
            Words.pattern(
                    "——|超过|不低于|不少于|分别|其中|[，。；：]"
                            + "|^(?:{verb}|{generic}|{rise}|{fall}|{link})*(?:数|面积|长度|增速|降幅|占比|排名|连续年数)?$"
                            + "|^.{1,2}(?:数|面积|长度)$"
                            + "|^(?:方面|对(?=.*(?:数|面积|长度)$)|比(?!重|例|亚)|较(?!大|小|高|低))|{odd}");
    private static final Pattern FLOW = Words.pattern("^(?:{adverb})*{flow}");
    private static final Pattern CHANGING =
            Words.pattern("^(?<noun>[^“”]{2,24}?)(?:{link}|{adverb})*(?:{changes}).*$");
    private static final Pattern RANK_TAIL =
            Words.pattern("(?:{rank}|{region}|[，、：:,\\s\u0000“（(第前在中的])+$");
    private static final Pattern RANK_HEAD = Words.pattern("^(?:{rank}|{lead}|[，、：:,\\s\u0000])+");

    private Phrase() {}

    /**
     * Removes words for time and manner at the front, and connectives before a number at the end.
     */
    static String trimmed(String words) {
        return trimHead(trimTail(words));
    }

    static String trimHead(String words) {
        return clean(HEAD.matcher(words).replaceFirst(""));
    }

    static String trimTail(String words) {
        return TAIL.matcher(words).replaceFirst("");
    }

    static String clean(String words) {
        return words.replace("\u0000", "").strip();
    }

    /** The words after a number without the bound word: 学校 of 5所以上学校. */
    static String withoutBound(String words) {
        return BOUND.matcher(words).replaceFirst("");
    }

    /**
     * The topic of a clause without a figure: 城区改造 of 全力推进城区改造; empty if it cannot be determined.
     */
    static String object(String clause) {
        String words = trimmed(clause);
        String verb = verb(words);
        String thing = thing(withoutVerb(words));
        boolean said = !verb.isEmpty() || !thing.equals(words);
        return said && thing.length() >= 2 && thing.length() <= 20 ? thing : "";
    }

    /** What a clause without a figure states to change: 创新载体 of 创新载体倍增. */
    static Optional<String> changing(String clause) {
        Matcher changing = CHANGING.matcher(trimHead(clause));
        return changing.matches() ? Optional.of(changing.group("noun")) : Optional.empty();
    }

    /** The names in a clause that has a statement on each of several; empty for other clauses. */
    static List<String> listed(String clause) {
        int each = clause.indexOf("分别");
        if (each < 2) {
            return List.of();
        }
        return List.of(trimmed(clause.substring(0, each)).split("、|和|以及|及|与")).stream()
                .filter(name -> name.length() > 1)
                .toList();
    }

    /** The verb at the start of the words, such as 新增; empty if there is none. */
    static String verb(String words) {
        Matcher verb = VERB.matcher(words);
        return verb.matches() ? verb.group("verb") : "";
    }

    static String withoutVerb(String words) {
        Matcher verb = VERB.matcher(words);
        return verb.matches() ? verb.group("rest") : words;
    }

    /**
     * The change with which the words end, and the quantity that changes; empty if there is none.
     */
    static Optional<Change> change(String words) {
        Matcher change = CHANGE.matcher(words);
        return change.matches()
                ? Optional.of(
                        change.group("rise") == null
                                ? new Change(
                                        trimmed(change.group("base")), change.group("fall"), -1)
                                : new Change(
                                        trimmed(change.group("base")), change.group("rise"), 1))
                : Optional.empty();
    }

    /** The part and the whole of a share. */
    static Optional<List<String>> share(String words) {
        Matcher share = SHARE.matcher(words);
        return share.matches()
                ? Optional.of(List.of(trimmed(share.group("base")), clean(share.group("whole"))))
                : Optional.empty();
    }

    /** 框架路全面竣工 as 竣工框架路: what the counted things do, and the things. */
    static String counted(String tail) {
        String words = LIST_END.matcher(clean(tail)).replaceFirst("").replaceFirst("的$", "");
        Matcher predicate = PREDICATE.matcher(words);
        if (!predicate.matches()) {
            return words;
        }
        String does = predicate.group("predicate");
        String before = "";
        while (!before.equals(does)) {
            before = does;
            does = ADVERBS.matcher(does).replaceFirst("");
        }
        String noun =
                MANNER.matcher(predicate.group("noun").replaceFirst("的$", "")).replaceFirst("");
        return noun.isEmpty() ? words : does + noun;
    }

    /** The length of the verb phrase about the counted things, in characters. */
    static int predicateLength(String tail) {
        Matcher predicate = PREDICATE.matcher(LIST_END.matcher(clean(tail)).replaceFirst(""));
        return predicate.matches() ? predicate.group("predicate").length() : 0;
    }

    /**
     * Whether a name contains words that no indicator contains, or is only a change, a count or a
     * verb.
     */
    static boolean isOdd(String name) {
        return ODD.matcher(name).find();
    }

    /** 供水项目通水验收 as 供水项目: the thing without its verb. */
    static String thing(String words) {
        Matcher predicate = PREDICATE.matcher(clean(words));
        return predicate.matches() ? predicate.group("noun") : clean(words);
    }

    /** Whether the words after a number name what it counts. */
    static boolean isNoun(String tail) {
        String words = clean(tail);
        return !NO_NOUN.matcher(words).find() && words.length() > 1 && isHan(words.charAt(0));
    }

    private static boolean isHan(char sign) {
        return Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN
                || "“《".indexOf(sign) >= 0
                || Character.isLetterOrDigit(sign);
    }

    /** Whether a name is of a flow over a period, not of a stock at its end. */
    static boolean isFlow(String name) {
        return FLOW.matcher(name).find();
    }

    static boolean isGeneric(String words) {
        return GENERIC.matcher(words).matches();
    }

    /** What is ranked, without the words for the ranking. */
    static String ranked(String head) {
        return clean(
                RANK_HEAD
                        .matcher(clean(RANK_TAIL.matcher(head).replaceFirst("")))
                        .replaceFirst(""));
    }

    /**
     * A change.
     *
     * @param base what changes; empty if the words do not say
     * @param word the word for the change, such as 提高
     * @param direction 1 up, -1 down
     */
    record Change(String base, String word, int direction) {
        /** The name of how much it changes: 提高幅度 of 提高. */
        String size() {
            return word + (word.length() == 1 ? "幅" : "幅度");
        }
    }
}
