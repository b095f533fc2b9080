package districtkg.names;

import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.LeadReader.Lead;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.names.words.NameWords.Ending;
import districtkg.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes the names of a list: members that share the ending, the work or the kind of others. For
 * one clause.
 */
final class SharedNames {
    private static final Pattern WORK =
            Pattern.compile(
                    "(?:(?:改扩建|扩建|新建|重建|迁建|改造|大修|提升|升级|修复|治理|整治|绿化|景观|硬化|亮化|道路)+(?:工程|项目))$");

    /** The rebuilding of villages and quarters. */
    private static final Pattern REBUILT =
            Pattern.compile(
                    "((?:城中村|旧村|片区|危旧房|棚户区)?(?:拆迁|改造|征迁|更新|搬迁)+)(?:工程|项目)?(?=$|有序|全面|顺利|稳步|加快|基本|启动|完成|推进|实施|开工)");

    private static final Pattern SITE = Pattern.compile("[\\p{IsHan}]{1,6}(?:村|庄|屯|营|片区|街区|家属院)");

    /** A substation or line with its voltage behind a short name. */
    private static final Pattern VOLTAGE =
            Pattern.compile("[\\p{IsHan}]{2,4}(\\d+千伏[\\p{IsHan}]*)");

    private static final Pattern SEAT = Pattern.compile("[\\p{IsHan}]{2,4}");

    private static final Pattern MEASURES =
            Pattern.compile(
                    "等[0-9两二三四五六七八九十]+[大项个](?:专项|重点|主题|攻坚|标志性|引领)*(?:行动|工程|计划)(?![\\p{IsHan}])");

    /** Endings of members of a list that do not name things. */
    private static final Pattern COMMON =
            Pattern.compile(
                    "(?:产业|行业|领域|企业|项目|工程|工作|活动|服务|设施|建设|管理|系列|业|及|和|改扩建|亮化|硬化|绿化)$|^[^“]*[在对与](?!线|建|职|校|岸|外)");

    /** Endings that short members of a list share, if they are place names. */
    private static final Set<String> SEATED =
            Set.of(
                    "实验室", "产业园", "工业园", "开发区", "高新区", "电站", "抽水蓄能电站", "湿地公园", "港区", "景区", "新区",
                    "古镇", "园区", "合作园区", "产业带", "科学城", "科技城", "大数据中心", "数据中心");

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;
    private final Clause clause;
    private final List<Name> names;

    SharedNames(
            NameWords known, Passage passage, LeadReader leads, Clause clause, List<Name> names) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        this.clause = clause;
        this.names = names;
    }

    /**
     * Adds the members of a list that lack an ending, if another member has one and all are of the
     * kind that the list states: 山地越野跑 in 办好山地越野跑、青禾马拉松等赛事.
     */
    void addSiblings(Lead first, int before) {
        if (!clause.isListed() || clause.head().kind() == null || first.many()) {
            return;
        }
        boolean counted =
                clause.etc() >= 0
                        && Counts.many(
                                        passage.words(
                                                clause.etc() + 1,
                                                Math.min(clause.end(), clause.etc() + 9)))
                                > 0;
        boolean brief =
                clause.etc() >= 0
                        && (counted || clause.head().kind() == Kind.ORGANISATION)
                        && clause.members().stream().skip(1).allMatch(one -> one.length() <= 4);
        boolean firm =
                ((counted || brief) && names.size() > before)
                        || names.subList(before, names.size()).stream()
                                .anyMatch(name -> name.doubts().isEmpty() && name.sureness() > 0.6);
        if (!firm) {
            return;
        }
        for (Part member : clause.members()) {
            Lead own = member.equals(clause.members().getFirst()) ? first : inList(member, first);
            int stop = member.end();
            for (int at = own.end() + 2; at < stop; at++) {
                if (known.begins("tail", passage.clean(), at, stop) > 1
                        || Counts.many(passage.words(at, Math.min(stop, at + 8))) > 0) {
                    stop = at;
                }
            }
            if (stop - own.end() < (brief ? 2 : 3) || own.many()) {
                continue;
            }
            String words = passage.words(own.end(), stop);
            Span span = passage.span(own.end(), stop);
            if (words.matches("[\\p{IsHan}A-Za-z0-9“”·+-]{2,14}")
                    && words.indexOf('的') < 0
                    && isNew(span, before)
                    && (properlyEnds(words)
                            || (counted && brief)
                            || !known.isMadeOf("generic", words))
                    && !cuts(words)
                    && !known.is("no", words)
                    && !NotNames.isPhrase(words)
                    && !words.matches("“[^”]*”")
                    && !COMMON.matcher(words).find()) {
                names.add(
                        new Name(
                                span,
                                words,
                                Objects.requireNonNull(clause.head().kind()),
                                clause.status(),
                                0.5,
                                List.of("sibling")));
            }
        }
    }

    /**
     * Adds the members of a long list without a closing noun that are whole endings of names, if
     * most others are names: 内陆港 in 青禾产业园、内陆港、许湾商贸城、禾泽公园.
     */
    void addKinds(Lead first, int before) {
        int count = clause.members().size();
        if (count < 4 || names.size() - before < count / 2 + 1) {
            return;
        }
        for (Part member : clause.members()) {
            Lead own = member.equals(clause.members().getFirst()) ? first : inList(member, first);
            int from = Math.min(own.end(), member.end());
            String words = passage.words(from, member.end());
            Ending ending = known.ending(words);
            if (ending != null
                    && ending.proper()
                    && words.length() >= 3
                    && !known.is("no", words)
                    && isNew(passage.span(from, member.end()), before)) {
                names.add(
                        new Name(
                                passage.span(from, member.end()),
                                words,
                                ending.kind(),
                                clause.status(),
                                0.5,
                                List.of("sibling")));
            }
        }
    }

    /** Adds the members of a counted list of programmes: 育苗、护渔等6大行动. */
    void addMeasures(Lead first, int before) {
        if (clause.etc() < 0
                || !leads.does("programme", first.verb())
                || !MEASURES.matcher(passage.words(clause.etc(), clause.end())).lookingAt()) {
            return;
        }
        for (Part member : clause.members()) {
            int from =
                    member.equals(clause.members().getFirst())
                            ? Math.min(first.end(), member.end())
                            : member.start();
            String words = passage.words(from, member.end());
            if (words.matches("[\\p{IsHan}]{3,14}|“[^“”]{3,14}”")
                    && words.indexOf('的') < 0
                    && isNew(passage.span(from, member.end()), before)) {
                names.add(
                        new Name(
                                passage.span(from, member.end()),
                                words,
                                Kind.PROGRAMME,
                                clause.status(),
                                0.6,
                                List.of("listed")));
            }
        }
    }

    /** Adds the villages and quarters of a list whose last member states their rebuilding. */
    void addSites(Lead first, int before) {
        if (clause.members().size() < 2) {
            return;
        }
        Part last = clause.members().getLast();
        Matcher rebuilt = REBUILT.matcher(passage.words(last.start(), last.end()));
        if (!rebuilt.find()) {
            return;
        }
        for (Part member : clause.members()) {
            Lead own = member.equals(clause.members().getFirst()) ? first : inList(member, first);
            int from = Math.min(own.end(), member.end());
            String words = passage.words(from, member.end());
            if (SITE.matcher(words).matches()
                    && !own.many()
                    && !known.isMadeOf("generic", words)
                    && isNew(passage.span(from, member.end()), before)) {
                names.add(
                        new Name(
                                passage.span(from, member.end()),
                                words + rebuilt.group(1),
                                Kind.PROJECT,
                                clause.status(),
                                0.6,
                                List.of("shared")));
            }
        }
    }

    /** Whether words have an ending that only names have, as 公园 in 科学公园. */
    private boolean properlyEnds(String words) {
        return known.ending(words, 1, words.length(), true);
    }

    /** Whether a word in the middle starts a new phrase. */
    private boolean cuts(String words) {
        for (int at = 1; at < words.length() - 1; at++) {
            if (known.begins("cut", words, at, words.length()) > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether no name of this clause overlaps a span. */
    boolean isNew(Span span, int before) {
        return names.subList(Math.max(before, names.size() - 40), names.size()).stream()
                .noneMatch(
                        name ->
                                name.span().start() < span.end()
                                        && span.start() < name.span().end());
    }

    /**
     * Adds the work that only the last road of a list states to the names of the other roads:
     * "A路、B路两条道路大修工程".
     */
    void shareWork(int before) {
        Part last = clause.members().getLast();
        Matcher work = WORK.matcher(passage.words(last.start(), last.end()));
        if (clause.members().size() < 2 || clause.etc() >= 0 || !work.find()) {
            return;
        }
        String own =
                known.base(names.getLast().text())
                        .map(base -> names.getLast().text().substring(base.length()))
                        .filter(rest -> rest.endsWith(work.group()))
                        .orElse(work.group());
        String shared =
                Counts.in(passage.words(last.start(), last.end())).find()
                        ? own.replaceFirst("^道路", "")
                        : own;
        for (int at = before; at < names.size(); at++) {
            Name name = names.get(at);
            if (name.kind() == Kind.FACILITY && !name.text().endsWith(shared)) {
                names.set(at, renamed(name, name.text() + shared));
            }
        }
    }

    private Name renamed(Name name, String text) {
        return new Name(
                name.span(), text, Kind.PROJECT, name.status(), name.sureness(), List.of("shared"));
    }

    /** Adds the ending of the last member to short members: 青罗 in "青罗、许禾高速". */
    void shareEnding(int before) {
        shareVoltage(before);
        Name last = names.getLast();
        Ending ending = known.ending(last.text(), 1, last.text().length());
        boolean road = ending != null && known.is("shared", ending.word());
        if (clause.members().size() < 2
                || ending == null
                || !(road || SEATED.contains(ending.word()))) {
            return;
        }
        int modifier = last.text().length() - ending.word().length();
        for (Part member : clause.members().subList(0, clause.members().size() - 1)) {
            Lead own =
                    member.equals(clause.members().getFirst())
                            ? leads.lead(clause.start(), member.end(), "")
                            : inList(member, Lead.NONE);
            String words = passage.words(own.end(), member.end());
            boolean named =
                    names.subList(before, names.size()).stream()
                            .anyMatch(
                                    name ->
                                            name.span().start()
                                                            >= passage.span(
                                                                            member.start(),
                                                                            member.end())
                                                                    .start()
                                                    && name.span().end()
                                                            <= passage.span(
                                                                            member.start(),
                                                                            member.end())
                                                                    .end());
            if (!named
                    && words.length() >= 2
                    && Math.abs(words.length() - modifier) <= 1
                    && (road
                            || (clause.isListed()
                                    && !known.isMadeOf("generic", words)
                                    && properlyNamed(words)))
                    && !own.many()) {
                names.add(
                        new Name(
                                passage.span(own.end(), member.end()),
                                words.endsWith("号") && ending.word().startsWith("号")
                                        ? words + ending.word().substring(1)
                                        : words + ending.word(),
                                ending.kind(),
                                clause.status(),
                                0.7,
                                List.of("shared")));
            }
        }
    }

    /** Adds the voltage and kind of the last member to short members: 青罗 in 青罗、许禾110千伏变电站. */
    private void shareVoltage(int before) {
        Name last = names.getLast();
        Matcher voltage = VOLTAGE.matcher(last.text());
        if (!voltage.matches()) {
            return;
        }
        for (Part member : clause.members().subList(0, clause.members().size() - 1)) {
            Lead own =
                    member.equals(clause.members().getFirst())
                            ? leads.lead(clause.start(), member.end(), "")
                            : inList(member, Lead.NONE);
            int from = Math.min(own.end(), member.end());
            String words = passage.words(from, member.end());
            if (SEAT.matcher(words).matches()
                    && !own.many()
                    && !known.isMadeOf("generic", words)
                    && isNew(passage.span(from, member.end()), before)) {
                names.add(
                        new Name(
                                passage.span(from, member.end()),
                                words + voltage.group(1),
                                last.kind(),
                                clause.status(),
                                0.7,
                                List.of("shared")));
            }
        }
    }

    /** Whether words hold a pair of characters that is rare in reports. */
    private boolean properlyNamed(String words) {
        return known.rarePairs(words, 0, words.length()) > 0
                && words.chars().allMatch(one -> one >= 0x4e00 && one <= 0x9fff);
    }

    /** The words before a later member: the verb of the list, and its count. */
    Lead inList(Part member, Lead first) {
        Lead own = leads.lead(member.start(), member.end(), first.verb());
        boolean many = own.many() || (first.many() && own.end() == member.start());
        return new Lead(own.end(), own.verb(), many, own.one());
    }
}
