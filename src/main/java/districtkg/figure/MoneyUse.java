package districtkg.figure;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what an amount of money is spent on: 公路 of 投资2亿元建设公路. Pure functions; thread-safe. */
final class MoneyUse {
    /** Money whose use follows: 投资 in 投资2亿元建设公路. */
    private static final Pattern MONEY_FOR =
            Pattern.compile("^(?:(?:总|完成|计划|累计|共|再|新增|概算|预计)*投资|投入(?:资金)?|筹资|斥资|安排资金|整合资金)$");

    /** Money that a thing costs, before the thing and what happens to it: 投资5亿元西山项目开工. */
    private static final Pattern COST = Pattern.compile("^(?:计划|概算|预计)?(?:总?投资)$");

    /** A number of the things, before and after their name: 5个村 and 公路 of 公路5公里. */
    private static final Pattern COUNT_BEFORE =
            Pattern.compile("^[0-9.]+[万千百]?[余多]?(?:平方)?\\p{IsHan}(?=.{2,})");

    private static final Pattern COUNT_AFTER =
            Pattern.compile("^([^“0-9]{2,}?)(?<![A-Za-z])[0-9](?![0-9.]*千伏).*$");

    private static final Pattern LIST_SIGNS = Pattern.compile("^[、，和及与]+|[、，和及与]+$");
    private static final Pattern NO_THING = Pattern.compile("^[0-9]|(?:的|投资|资金)$");
    private static final Pattern PLAIN_MONEY = Pattern.compile("(?:累计|先后|共|计划|总)*投资");

    private static final Pattern MONEY_VERB = Pattern.compile("^(?:共|再|预计|累计|计划)+");

    private MoneyUse() {}

    /**
     * The name of the money that is spent on a thing: 公路投资 of 投资2亿元建设公路.
     *
     * @param thing as {@link #of} gives it
     * @param head the words before the amount, trimmed
     */
    static String name(String thing, String head) {
        return thing + MONEY_VERB.matcher(head).replaceFirst("");
    }

    /**
     * The thing that costs an amount, if it and what happens to it follow: 西山项目 of 投资5亿元西山项目开工.
     *
     * @param tail the words after the amount
     * @param head the words before it, trimmed
     */
    static Optional<String> costly(String tail, String head) {
        if (!COST.matcher(head).matches() || Phrase.predicateLength(tail) == 0) {
            return Optional.empty();
        }
        String thing = Phrase.thing(tail);
        return thing.length() < 2 || thing.length() > 24 || !Phrase.isNoun(tail)
                ? Optional.empty()
                : Optional.of(thing);
    }

    /**
     * The thing on which the money is spent, by the words after the amount; empty if they do not
     * name it.
     *
     * @param words of the clause
     * @param at number of the amount in the clause
     * @param head the words before the amount, trimmed
     */
    static Optional<String> of(ClauseWords words, int at, String head) {
        if (!MONEY_FOR.matcher(head).find()) {
            String core = Phrase.withoutVerb(head);
            boolean listed =
                    (core.endsWith("总投资") || core.equals("投资"))
                            && !words.isLast(at)
                            && words.isListed(at + 1)
                            && Phrase.isNoun(words.after(at + 1));
            return listed ? Optional.of(Phrase.counted(words.after(at + 1))) : Optional.empty();
        }
        String tail = words.after(at);
        boolean next = tail.isBlank() && PLAIN_MONEY.matcher(head).matches();
        String doing = Phrase.trimHead(next ? words.nextClause(at) : tail);
        String verb = Phrase.verb(doing);
        String object = Phrase.thing(Phrase.withoutVerb(doing)).replaceFirst("[、，和及与]+$", "");
        String thing =
                ListedMeasures.group(object).filter(group -> group.length() > 1).orElse(object);
        thing = COUNT_BEFORE.matcher(Phrase.clean(thing)).replaceFirst("");
        thing = LIST_SIGNS.matcher(COUNT_AFTER.matcher(thing).replaceFirst("$1")).replaceAll("");
        return verb.isEmpty()
                        || thing.length() < 2
                        || thing.length() > 24
                        || Phrase.isGeneric(thing)
                        || NO_THING.matcher(thing).find()
                ? Optional.empty()
                : Optional.of(thing);
    }
}
