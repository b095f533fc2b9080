package districtkg.names.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for counts: a name follows 首个, but not 一批. */
public final class Counts {
    private static final String CLASSIFIER =
            "(?:个|家|条|座|所|项|大|处|场|对|支|类|种|批|届|栋|宗|台|片|块|套|间|盏|辆|件|户|张|株|眼)";
    private static final String NUMERAL = "(?:\\d+(?:\\.\\d+)?|[两二三四五六七八九十百数几]+)";
    private static final Pattern ONE =
            Pattern.compile(
                    "(?:(?:我[国省市区县]|全[国省市球区县]|国内|亚洲|世界|华南|华北)(?=[首唯最第])|首[个家座条批届次款台]|新?一轮|一[个座家条所届场](?!个)|唯一|最大|(?:第|20)[一二三四五六七八九十\\d]+(?:[届次家个座]|年))的?");
    private static final Pattern MANY =
            Pattern.compile(
                    "(?:一批|一[个座条项]个|第[一二三四五六七八九十]+批|一系列|多个|多家|多项|多起|若干|各类|各级|各|所有|更多|一些|部分|其他|其它|每个|"
                            + NUMERAL
                            + "(?:余|多)?"
                            + CLASSIFIER
                            + "|"
                            + NUMERAL
                            + "(?:余|多)?(?:万|亿|公里|平方|亩))");
    private static final Pattern COUNT = Pattern.compile(NUMERAL + "(?:余|多)?" + CLASSIFIER);

    private static final String FIRST = "0123456789两二三四五六七八九十百数几一多若各所更部其每第首唯最新我全国亚世华";

    private Counts() {}

    /** The length of a word for one thing that begins here; 0 if none does. */
    public static int one(CharSequence rest) {
        return mayBegin(rest) ? length(ONE.matcher(rest)) : 0;
    }

    /** The length of a word for many things that begins here; 0 if none does. */
    public static int many(CharSequence rest) {
        return mayBegin(rest) ? length(MANY.matcher(rest)) : 0;
    }

    /** The first number with its classifier, as in 博文路、兴隆街2条道路. */
    public static Matcher in(CharSequence words) {
        return COUNT.matcher(words);
    }

    /** Whether a count such as 3家 or 两条 has this number. */
    public static boolean says(String count, int number) {
        String numeral = count.replaceFirst("(?:余|多)?" + CLASSIFIER + "$", "");
        if (numeral.chars().allMatch(Character::isDigit)) {
            return numeral.equals(Integer.toString(number));
        }
        return numeral.length() == 1
                && "一二三四五六七八九十".indexOf(numeral.replace('两', '二')) == number - 1;
    }

    private static boolean mayBegin(CharSequence rest) {
        return !rest.isEmpty() && FIRST.indexOf(rest.charAt(0)) >= 0;
    }

    private static int length(Matcher matcher) {
        return matcher.lookingAt() ? matcher.end() : 0;
    }
}
