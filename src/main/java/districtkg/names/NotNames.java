package districtkg.names;

import java.util.regex.Pattern;

/** Words that look like a name and are none. Pure functions; thread-safe. */
final class NotNames {
    /** Verbs before 项目 or 工程 that make a phrase: 谋 in 谋项目. */
    private static final Pattern PHRASE =
            Pattern.compile("(?:^|.)(?:谋|抓|跑|推|盯|跟踪|对接|阻挠|越来越)$|类$|(?:灾害|强降雨|台风)$|反腐败$|这些|那些|哪些");

    private static final Pattern SLOGAN =
            Pattern.compile(
                    "[一二两三四五六七八九十\\d]+(?:个|大|项|型|类|种|座|好|新|高|化|位|条|区|不|无|严).{0,4}|\\d.*|十[一二三四五]五|.*[、，].*");

    private NotNames() {}

    /** Whether words before 项目 or 工程 make a phrase with it, not a name. */
    static boolean isPhrase(String words) {
        return PHRASE.matcher(words).find();
    }

    /** Whether words are a slogan: a count of measures, or several words in a row. */
    static boolean isSlogan(String words) {
        return SLOGAN.matcher(words).matches();
    }
}
