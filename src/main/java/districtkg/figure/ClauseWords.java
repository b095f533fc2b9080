package districtkg.figure;

import districtkg.number.Unit.Form;
import districtkg.quantity.Quantity;
import districtkg.quantity.Words;
import districtkg.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one clause before and after each of its quantities. Quantities are counted from 0,
 * in the order of the text. Immutable.
 *
 * @param text of the report
 * @param clause its place in the text
 * @param quantities those of the clause
 */
record ClauseWords(String text, Span clause, List<Quantity> quantities) {
    /** What follows an attribute before the next begins: 、投资 of 投资5亿元的甲、投资6亿元的乙. */
    private static final Pattern NEXT_ATTRIBUTE =
            Words.pattern("^(?<thing>的.*)[、和及](?<own>(?:总|计划|完成)?(?:{generic}|{verb})+)$");

    private static final Pattern LISTED = Pattern.compile("^[、和及与\u0000\\s]*$");

    /** Words that make the preceding number a part of the name: 1亿元 of 1亿元以上项目12个. */
    private static final Pattern THRESHOLD = Pattern.compile("^(?:以上|以下|以内|范围内?的?)[^，、和及与]{2,}");

    /** A note on how a figure is counted, which is no part of a name: （同口径）, （预计数，下同）. */
    private static final Pattern NOTE =
            Pattern.compile(
                    "[（(][^（）()]{0,12}(?:下同|口径|可比|预计|现价|不变价|剔除|快报|初步|含)[^（）()]{0,12}[）)]|[（(](?:间|套|台|个|户)[）)]");

    /** A listed number whose unit nothing states, and the words before it: 总量超过600万、. */
    private static final Pattern UNREAD = Pattern.compile("^.*[0-9][万亿](?:以上|左右)?、(?=\\p{IsHan})");

    /** The words of the next number behind what a number counts: 、总数达 of 5个公园、总数达9个. */
    private static final Pattern NEXT =
            Words.pattern(
                    "(?<=.)(?:、(?:总数|累计|完成|其中|{generic})[^、]*|(?:[和及与、]|以及)\\p{IsHan}{1,2}|(?:[和及与]|以及).*等|、[^、]*等)$");

    /** The words between two numbers that belong to the first: 公园 of 5个公园、总数达9个. */
    static String withoutNext(String between) {
        Matcher next = NEXT.matcher(between);
        return Phrase.isNoun(between) && next.find() ? between.substring(0, next.start()) : between;
    }

    /** Whether a quantity is the last of the clause. */
    boolean isLast(int at) {
        return at + 1 >= quantities.size();
    }

    /** The words between the quantity before, or the start of the clause, and a quantity. */
    String before(int at) {
        int start =
                at == 0
                        ? clause.start()
                        : Math.min(
                                quantities.get(at).span().start(),
                                quantities.get(at - 1).span().end());
        String head = text.substring(start, quantities.get(at).span().start());
        head = UNREAD.matcher(NOTE.matcher(head).replaceAll("")).replaceFirst("");
        Matcher next = NEXT_ATTRIBUTE.matcher(at > 0 ? Phrase.clean(head) : "");
        if (next.matches()) {
            return next.group("own");
        }
        if (at > 0 && THRESHOLD.matcher(head).find()) {
            return text.substring(quantities.get(at - 1).span().start(), start) + head;
        }
        return at > 0 ? ofNext(Phrase.withoutBound(head)) : head;
    }

    private static String ofNext(String between) {
        String first = withoutNext(between);
        return first.equals(between) ? between : between.substring(first.length());
    }

    /** The words between a quantity and the next, or the end of the clause. */
    String after(int at) {
        int start = quantities.get(at).span().end();
        int end = isLast(at) ? clause.end() : quantities.get(at + 1).span().start();
        String tail = start < end ? Phrase.withoutBound(text.substring(start, end)) : "";
        tail = NOTE.matcher(tail).replaceAll("");
        Matcher next = NEXT_ATTRIBUTE.matcher(Phrase.clean(tail));
        return !isLast(at) && next.matches() ? next.group("thing") : tail;
    }

    /** A quantity as printed, with its unit. */
    String printed(int at) {
        Span span = quantities.get(at).span();
        return Phrase.clean(text.substring(span.start(), span.end()));
    }

    /** The words after a quantity, and the rank that follows: 居全市第一 after 连续3年. */
    String afterWithRank(int at) {
        if (isLast(at) || quantities.get(at + 1).form() != Form.RANK) {
            return after(at);
        }
        Quantity rank = quantities.get(at + 1);
        return text.substring(quantities.get(at).span().end(), rank.span().end());
    }

    /** Whether only a comma or an "and" is between the quantity before and a quantity. */
    boolean isListed(int at) {
        return LISTED.matcher(before(at)).matches();
    }

    /** The number of quantities from one on that are listed without other words between them. */
    int listed(int at) {
        int count = 1;
        while (at + count < quantities.size() && isListed(at + count)) {
            count++;
        }
        return count;
    }

    /** The clause after this one, if a quantity is the last of this one and a comma follows. */
    String nextClause(int at) {
        int from = clause.end() + 1;
        if (!isLast(at) || from >= text.length() || text.charAt(clause.end()) != '，') {
            return "";
        }
        int to = from;
        while (to < text.length() && "，。；：\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
