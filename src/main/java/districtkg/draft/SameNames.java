package districtkg.draft;

import districtkg.draft.ReportDraft.Found;
import districtkg.names.Name;
import districtkg.names.words.NameWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds names that may mean the same thing, with the reason: proposals for a curator. Pure
 * functions; thread-safe.
 */
public final class SameNames {
    private static final int SHORTEST = 4;
    private static final int LONGEST_PREFIX = 4;
    private static final Pattern PHASE = Pattern.compile("(?:（?[一二三四五六七八九]期）?)(?:工程|项目)?$");
    private static final Pattern WORK =
            Pattern.compile("(?:(?:改扩建|扩建|新建|改造|建设|升级|提升)*(?:项目|工程|建设))$");
    private static final Pattern MARKS = Pattern.compile("[“”\\s]");

    /** Reasons why two names may mean the same thing. */
    public enum Reason {
        /** The same characters but for quotation marks. */
        SAME_NAME,
        /** One is a short form that the report introduces for the other. */
        ABBREVIATION,
        /** Phases of one project. */
        PHASES_OF_ONE,
        /** They differ in words for the work: 改造, 扩建工程. */
        SAME_BUT_FOR_THE_WORK,
        /** One is the other without the place before it. */
        SHORT_FORM,
        /** Works on the same road, park or building. */
        SAME_ROAD_OR_PLACE;

        /** As tables write it: {@code short-form}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An earlier name of the same report.
     *
     * @param at its place in the list of names
     * @param reason why the two may mean the same thing
     */
    public record Same(int at, Reason reason) {}

    /**
     * Names that may mean one thing, without marks.
     *
     * @param thing what they have in common
     * @param names at least one
     * @param reason why they may mean one thing
     */
    public record Group(String thing, Set<String> names, Reason reason) {}

    private SameNames() {}

    /** A name without quotation marks and blanks. */
    public static String plain(String name) {
        return MARKS.matcher(name).replaceAll("");
    }

    /** For each name of a report the first before it that may mean the same; empty if none. */
    static List<Optional<Same>> within(List<Found<Name>> names, Map<String, String> abbreviations) {
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> keys = new HashMap<>();
        Map<String, Integer> tails = new HashMap<>();
        Map<String, Integer> bases = new HashMap<>();
        List<Optional<Same>> all = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String name = plain(names.get(at).thing().text());
            String key = key(name);
            String full = abbreviations.getOrDefault(name, name);
            Optional<String> base = base(name);
            Optional<Same> same = earlier(exact, name, Reason.SAME_NAME);
            same =
                    same.or(
                            () ->
                                    full.equals(name)
                                            ? Optional.empty()
                                            : earlier(exact, plain(full), Reason.ABBREVIATION));
            same =
                    same.or(
                            () ->
                                    earlier(keys, key, Reason.SAME_BUT_FOR_THE_WORK)
                                            .map(one -> withPhase(one, name, names)));
            same = same.or(() -> earlier(tails, name, Reason.SHORT_FORM));
            same =
                    same.or(
                            () ->
                                    tails(name).stream()
                                            .flatMap(
                                                    tail ->
                                                            earlier(exact, tail, Reason.SHORT_FORM)
                                                                    .stream())
                                            .findFirst());
            same = same.or(() -> earlier(bases, base.orElse(name), Reason.SAME_ROAD_OR_PLACE));
            all.add(same);
            int here = at;
            exact.putIfAbsent(name, here);
            keys.putIfAbsent(key, here);
            tails(name).forEach(tail -> tails.putIfAbsent(tail, here));
            bases.putIfAbsent(base.orElse(name), here);
        }
        return all;
    }

    private static Same withPhase(Same same, String name, List<Found<Name>> names) {
        boolean phase =
                PHASE.matcher(name).find()
                        || PHASE.matcher(plain(names.get(same.at()).thing().text())).find();
        return phase ? new Same(same.at(), Reason.PHASES_OF_ONE) : same;
    }

    private static Optional<Same> earlier(Map<String, Integer> seen, String key, Reason reason) {
        return Optional.ofNullable(seen.get(key)).map(at -> new Same(at, reason));
    }

    /** The groups among the names of one place, in the order of their things. */
    public static List<Group> groups(Collection<String> names) {
        Map<String, Set<String>> byKey = new TreeMap<>();
        Map<String, Set<String>> byBase = new TreeMap<>();
        Set<String> known = new TreeSet<>(names);
        List<Group> groups = new ArrayList<>();
        for (String name : known) {
            byKey.computeIfAbsent(key(name), one -> new TreeSet<>()).add(name);
            base(name)
                    .ifPresent(
                            base -> byBase.computeIfAbsent(base, one -> new TreeSet<>()).add(name));
        }
        byKey.forEach(
                (key, some) -> {
                    boolean phases = some.stream().anyMatch(one -> PHASE.matcher(one).find());
                    groups.add(
                            new Group(
                                    key,
                                    some,
                                    some.size() == 1
                                            ? Reason.SAME_NAME
                                            : phases
                                                    ? Reason.PHASES_OF_ONE
                                                    : Reason.SAME_BUT_FOR_THE_WORK));
                });
        for (String name : known) {
            tails(name).stream()
                    .filter(known::contains)
                    .forEach(
                            tail ->
                                    groups.add(
                                            new Group(
                                                    name, Set.of(name, tail), Reason.SHORT_FORM)));
        }
        byBase.forEach(
                (base, some) -> {
                    Set<String> all = new TreeSet<>(some);
                    if (known.contains(base)) {
                        all.add(base);
                    }
                    if (all.stream().map(SameNames::key).distinct().count() > 1) {
                        groups.add(new Group(base, all, Reason.SAME_ROAD_OR_PLACE));
                    }
                });
        return groups;
    }

    /** The name without its phase and the word for its work: 许湾大桥 of 许湾大桥二期工程. */
    static String key(String name) {
        String without = WORK.matcher(PHASE.matcher(name).replaceFirst("")).replaceFirst("");
        return without.length() >= SHORTEST ? without : name;
    }

    private static Optional<String> base(String name) {
        return NameWords.OWN.base(name);
    }

    /** A name without the place that it begins with: 数字经济核心区 of 青禾数字经济核心区. */
    private static List<String> tails(String name) {
        List<String> tails = new ArrayList<>();
        for (int at = 2; at <= LONGEST_PREFIX && name.length() - at > SHORTEST; at++) {
            String tail = name.substring(at);
            if (NameWords.OWN.isName(tail)) {
                tails.add(tail);
            }
        }
        return tails;
    }
}
