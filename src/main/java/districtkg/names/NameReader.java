package districtkg.names;

import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.names.words.Status;
import districtkg.names.words.NameWords.Ending;
import districtkg.names.Passage.Part;
import districtkg.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the names of one passage. */
final class NameReader {
    private static final double ENOUGH = 0.45;
    private static final int LONGEST = 36;

    private static final Pattern EXTENSION =
            Pattern.compile(
                    "(?:（?[一二三四五六七八九十\\d]+期）?|[东西南北]延(?:段|线)?|[东西南北]段|[\\p{IsHan}]{1,4}至[\\p{IsHan}]{1,5}段|[\\p{IsHan}]{2}段|[东西南北]区|[一二三四五六七八九十\\d]+号)?"
                            + "(?:(?:改扩建|扩建|新建|重建|迁建|改造|大修|提升|升级|修复|治理|整治|绿化|景观|配套|综合|利用|保护|建设|道路)*(?:项目|工程|道路))?");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?:规划|方案|条例|意见|办法|计划|措施|纲要)(?:（.*）)?$");
    private static final Pattern OWN =
            Pattern.compile("(?:[县区市省](?!级|域|场|属|内|区|直|政|一级|重点|高)|本[县区市省]).");
    private static final Pattern WORK =
            Pattern.compile(
                    "(?:(?:改扩建|扩建|新建|重建|迁建|改造|大修|提升|升级|修复|治理|整治|绿化|景观|硬化|亮化|道路)+(?:工程|项目))$");
    private static final Pattern NO_SUBJECT =
            Pattern.compile("[已还均也仍在只并又就]|(?:[村镇乡县市区州]|街道|社区|率先|工作|产业|经济|院士)$");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*(?:[（(][一二三四五六七八九十\\d]+[）)]|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、]|\\d+[.．、](?!\\d)|[一二三四五六七八九十]+、|[—－-]{1,2}|[●◆■])\\s*");
    private static final Pattern SLOGAN =
            Pattern.compile(
                    "[一二两三四五六七八九十\\d]+(?:个|大|项|型|类|种|座|好|新|高|化|位|条|区|不|无|严).{0,4}|\\d.*|十[一二三四五]五|.*[、，].*");

    /** What says that words before 项目 or 工程 are no name but a phrase: 谋 in 谋项目. */
    private static final Pattern PHRASE =
            Pattern.compile("(?:^|.)(?:谋|抓|跑|推|盯|跟踪|对接|阻挠|越来越)$|类$|这些|那些|哪些");

    private static final Pattern COMPANY =
            Pattern.compile("[\\p{IsHan}]{0,8}?(?:有限公司|股份公司|有限责任公司)");

    /** How much a thing costs or covers, before its name: 22亿元的. */
    private static final Pattern SIZE =
            Pattern.compile(
                    "(?:约|近|超|超过)?[0-9]+(?:\\.[0-9]+)?(?:万|亿)?(?:元|亩|平方米|平米|平方公里|公里|千瓦|兆瓦|吨)(?:以上)?的");

    /** What says that a quotation names a programme, though it counts: “三大工程”, “三个一”工作. */
    private static final Pattern SCHEME = Pattern.compile(".{2}(?:工程|行动|计划|提升年|攻坚年|突破年)$");

    private static final Pattern SCHEME_FOLLOWS =
            Pattern.compile(
                    "(?:(?:工作|专项行动|行动|工程|计划)(?:$|[、和及])|[\\p{IsHan}]{0,5}(?:设施|场馆|路网|道路)).*");

    /** What says of a programme that it runs: 启动实施. */
    private static final Pattern RUNS =
            Pattern.compile("(?:全面|深入|加快|扎实|顺利|有序|稳步|持续|成功|正式)?(?:启动|实施|推进|开展|完成|收官)");

    /** What the members of a list end with that are no things of their own. */
    private static final Pattern COMMON =
            Pattern.compile("(?:产业|行业|领域|企业|项目|工程|工作|活动|服务|设施|建设|管理|系列|业)$");

    private static final Pattern NUMBERED_ROAD =
            Pattern.compile(
                    "(?:国道|省道|县道)[GSX]?\\d{2,4}(?:线)?(?:[\\p{IsHan}]{2,6}段)?|(?<![\\dA-Z])[GS]?\\d{2,4}(?:国道|省道)(?:[\\p{IsHan}]{2,6}段)?|(?<![\\dA-Z])[GS]\\d{2,4}线?");

    /** What describes a rank or an aim and is no name: 区域性, 省级. */
    private static final Pattern RANKED =
            Pattern.compile(
                    "^(?:区域性|国际性|全国性|世界级|世界一流|国际一流|国内一流|国家级|省级|市级|县级|全国重要|国家重要|国家区域|具有|高品质|高水平|现代化)");

    /** What says that a title verb before a name only wishes for it: 争取…线纳入规划. */
    private static final Pattern JOINS_PLAN =
            Pattern.compile("纳入|列入|落地|落户|开工|动工|立项|获批|启动|建成|通车|投用|竣工|完工");

    /** What follows the name of a thing that is built. */
    private static final Pattern BUILT = Pattern.compile("(?:规划)?(?:建设|开发)(?!者|商|性|力|用)|开工|动工");

    private static final Pattern OTHERS = Pattern.compile("重[要点]|主要|其他|其它|周边|各");

    private static final Pattern JOINS = Pattern.compile("[和及与](?!谐|平|时)");

    /** A road or line that a member of a list names. */
    private static final Pattern ROAD =
            Pattern.compile("[\\p{IsHan}]{2}(?:大道|公路|高速|铁路|路|街)(?=[东西南北][段延]|[建改、]|$)");

    private static final Pattern QUOTED = Pattern.compile("“[^“”]+”");
    private static final Pattern PROJECTS = Pattern.compile("项目(?!的)");

    /** What says that members of a list are fields and no things: 领域 in 动漫、电竞等领域企业. */
    private static final Pattern FIELDS =
            Pattern.compile("^(?:领域|行业|方面|传统市场|新兴市场|海外市场|国际市场|国家|地区|产业(?!项目|园|基地)|环节|问题|类|方式|渠道)");

    private final NameWords known;
    private final Passage passage;
    private final List<Name> names = new ArrayList<>();

    NameReader(NameWords known, Passage passage) {
        this.known = known;
        this.passage = passage;
    }

    List<Name> names() {
        for (Part clause : passage.clauses()) {
            new Clause(clause).read();
        }
        names.sort(Comparator.comparing(name -> name.span().start()));
        return List.copyOf(names);
    }

    /** The noun that a list closes with: 项目 in "A、B等3个项目". */
    private record Head(String word, @Nullable Kind kind) {
        static final Head NONE = new Head("", null);
    }

    /** What has been passed over before a name. */
    private record Lead(int end, String verb, boolean many, boolean one) {
        static final Lead NONE = new Lead(0, "", false, false);
    }

    /** A possible name: what comes before it, and where its ending begins and its words end. */
    private record Candidate(Lead lead, int base, int stop, Ending ending) {
        int start() {
            return lead.end();
        }
    }

    /** Whether a name may end here: before nothing, a mark, or a word that follows names. */
    private boolean boundary(int at, int end) {
        if (at >= end) {
            return true;
        }
        char one = passage.at(at);
        return (!Character.isLetter(one) && one != '-' && one != '·')
                || (one == '两' && Counts.many(passage.words(at, Math.min(end, at + 8))) > 0)
                || known.begins("tail", passage.clean(), at, end) > 0
                || known.begins("time", passage.clean(), at, end) > 0;
    }

    /** Whether a verb, or what it ends with, has a role: 推进 in 扎实推进. */
    private boolean does(String role, String verb) {
        return known.is(role, verb)
                || (verb.length() > 2 && known.is(role, verb.substring(verb.length() - 2)));
    }

    /** Passes over adverbs, verbs, times and counts that stand before a name. */
    private Lead lead(int start, int end, String verb) {
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
                        && !(here == 1 && isBound(at, end))
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
                Matcher size = SIZE.matcher(rest);
                int single = Counts.one(rest);
                int several = Counts.many(rest);
                if (size.lookingAt()) {
                    length = size.end();
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

    /** Whether a single character that could be an adverb belongs to the next: 新 in 新能源. */
    private boolean isBound(int at, int end) {
        String one = passage.words(at, at + 1);
        char next = passage.at(at + 1);
        return known.is("adverb", one)
                && next != '“'
                && !Character.isDigit(next)
                && known.begins("verb", passage.clean(), at + 1, end) < 2
                && known.begins("adverb", passage.clean(), at + 1, end) < 2;
    }

    /** Whether a verb is the first part of a noun: 开发 in 开发区, 投资 in 投资者. */
    private boolean formsNoun(int at, int length) {
        char next = passage.at(at + length);
        return "者商员业力费率型性局署".indexOf(next) >= 0
                || (next == '区' && known.is("zone", passage.words(at, at + length)));
    }

    /** Whether a word that could introduce a name is rather its begin, as 创新 in 创新中心. */
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
    private int extension(int at, int end) {
        Matcher matcher = EXTENSION.matcher(passage.words(at, Math.min(end, at + 16)));
        return matcher.lookingAt() && boundary(at + matcher.end(), end) ? matcher.end() : 0;
    }

    /** One clause being read. */
    private final class Clause {
        private final int start;
        private final int end;
        private final int etc;
        private final List<Part> members;
        private final Head head;
        private final Optional<Status> status;
        private final boolean listed;

        /** Whether the members are counted together and are more than are listed. */
        private final boolean counted;

        private final List<Name> doubtful = new ArrayList<>();

        Clause(Part part) {
            start = part.start();
            end = part.end();
            etc = etc();
            members = joined(passage.members(start, etc < 0 ? end : etc));
            listed = etc >= 0 || members.size() > 1;
            counted = counted();
            head = head();
            status = status();
        }

        /** Cuts a member where 和 joins two names: "A路和B路建设", "A、B和C". */
        private List<Part> joined(List<Part> list) {
            List<Part> cut = new ArrayList<>();
            for (Part member : list) {
                int join = join(member, list.size() > 1 && etc >= 0);
                if (join < 0) {
                    cut.add(member);
                } else {
                    cut.add(new Part(member.start(), join));
                    cut.add(new Part(join + (passage.at(join) == '以' ? 2 : 1), member.end()));
                }
            }
            return cut;
        }

        /** Where 和 joins two names in a member; -1 if it does not. */
        private int join(Part member, boolean loose) {
            int from = lead(member.start(), member.end(), "").end();
            for (int at = from + 2; at < Math.min(member.end() - 2, from + 16); at++) {
                int close = passage.closing(at, member.end());
                if (close > at) {
                    at = close;
                    continue;
                }
                String next = passage.words(at, at + 2);
                int length = JOINS.matcher(next).lookingAt() ? 1 : next.equals("以及") ? 2 : 0;
                if (length > 0 && ends(from, at) && (loose || mayEnd(at + length, member.end()))) {
                    return at;
                }
            }
            return -1;
        }

        /** Whether an ending of names, and no word that is one in itself, stands before. */
        private boolean ends(int from, int at) {
            Ending ending = known.ending(passage.clean(), from + 1, at);
            return ending != null
                    && (ending.word().length() > 1 || known.is("shared", ending.word()))
                    && !known.is("no", passage.words(from, at))
                    && !known.isMadeOf("generic", passage.words(from, at - ending.word().length()));
        }

        /** Whether a name that begins here ends soon, before a boundary. */
        private boolean mayEnd(int from, int end) {
            if (OTHERS.matcher(passage.words(from, Math.min(end, from + 2))).lookingAt()) {
                return true;
            }
            for (int at = from + 3; at <= Math.min(end, from + 16); at++) {
                if (boundary(at, end) && ends(from, at)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether another member ends like this road or line. */
        private boolean amongRoads(Ending ending) {
            return members.size() > 1
                    && known.is("shared", ending.word())
                    && members.stream()
                                    .filter(
                                            one ->
                                                    ROAD.matcher(
                                                                    passage.words(
                                                                            one.start(), one.end()))
                                                            .find())
                                    .count()
                            > 1;
        }

        /** Whether a number behind the last member counts things and not the members. */
        private boolean counted() {
            if (etc >= 0 || members.size() < 2) {
                return false;
            }
            Part last = members.getLast();
            Matcher count = Counts.in(passage.words(last.start(), last.end()));
            return count.find() && count.start() > 1 && !Counts.says(count.group(), members.size());
        }

        void read() {
            Lead lead = lead(start, etc < 0 ? end : etc, "");
            int before = names.size();
            for (Part member : members) {
                Lead own = member.equals(members.getFirst()) ? lead : inList(member, lead);
                boolean found = named(member, own);
                found |= numberedRoad(member);
                found |= !found && quoted(member, own);
                if (!found) {
                    plain(member, own);
                }
            }
            if (names.size() > before) {
                doubtful.stream().filter(name -> isNew(name.span(), before)).forEach(names::add);
                shareWork(before);
                shareEnding(before);
                addSiblings(lead, before);
            }
            if (etc >= 0) {
                afterList(lead);
            }
        }

        /**
         * Names the members of a list that lack an ending, where another has one and all are what
         * the list says: 山地越野跑 in 办好山地越野跑、青禾马拉松等赛事.
         */
        private void addSiblings(Lead first, int before) {
            if (!listed || head.kind() == null || first.many()) {
                return;
            }
            boolean firm =
                    names.subList(before, names.size()).stream()
                            .anyMatch(name -> name.doubts().isEmpty() && name.sureness() > 0.6);
            if (!firm) {
                return;
            }
            for (Part member : members) {
                Lead own = member.equals(members.getFirst()) ? first : inList(member, first);
                int stop = member.end();
                for (int at = own.end() + 2; at < stop; at++) {
                    if (known.begins("tail", passage.clean(), at, stop) > 1
                            || Counts.many(passage.words(at, Math.min(stop, at + 8))) > 0) {
                        stop = at;
                    }
                }
                if (stop - own.end() < 3 || own.many()) {
                    continue;
                }
                String words = passage.words(own.end(), stop);
                Span span = passage.span(own.end(), stop);
                if (words.matches("[\\p{IsHan}A-Za-z0-9“”·+-]{3,14}")
                        && words.indexOf('的') < 0
                        && isNew(span, before)
                        && (properlyEnds(words) || !known.isMadeOf("generic", words))
                        && !cuts(words)
                        && !known.is("no", words)
                        && !PHRASE.matcher(words).find()
                        && !words.matches("“[^”]*”")
                        && !COMMON.matcher(words).find()) {
                    names.add(
                            new Name(
                                    span,
                                    words,
                                    java.util.Objects.requireNonNull(head.kind()),
                                    status,
                                    0.5,
                                    List.of("sibling")));
                }
            }
        }

        /** Whether the ending of words is one of names alone, as 公园 in 科学公园. */
        private boolean properlyEnds(String words) {
            return known.ending(words, 1, words.length(), true);
        }

        /** Whether a word in the middle of others begins a new phrase. */
        private boolean cuts(String words) {
            for (int at = 1; at < words.length() - 1; at++) {
                if (known.begins("cut", words, at, words.length()) > 1) {
                    return true;
                }
            }
            return false;
        }

        /** Adds a road that has a number for a name: 国道112线. */
        private boolean numberedRoad(Part member) {
            Matcher road = NUMBERED_ROAD.matcher(passage.words(member.start(), member.end()));
            boolean any = false;
            while (road.find()) {
                Span span =
                        passage.span(member.start() + road.start(), member.start() + road.end());
                if (isNew(span, 0)) {
                    names.add(new Name(span, road.group(), Kind.FACILITY, status, 0.7, List.of()));
                    any = true;
                }
            }
            return any;
        }

        /** Whether no name of this clause touches a span. */
        private boolean isNew(Span span, int before) {
            return names.subList(Math.max(before, names.size() - 40), names.size()).stream()
                    .noneMatch(
                            name ->
                                    name.span().start() < span.end()
                                            && span.start() < name.span().end());
        }

        /** Gives each road of a list the work that only the last names: "A路、B路两条道路大修工程". */
        private void shareWork(int before) {
            Part last = members.getLast();
            Matcher work = WORK.matcher(passage.words(last.start(), last.end()));
            if (members.size() < 2 || etc >= 0 || !work.find()) {
                return;
            }
            String shared =
                    Counts.in(passage.words(last.start(), last.end())).find()
                            ? work.group().replaceFirst("^道路", "")
                            : work.group();
            for (int at = before; at < names.size(); at++) {
                Name name = names.get(at);
                if (name.kind() == Kind.FACILITY && !name.text().endsWith(shared)) {
                    names.set(at, renamed(name, name.text() + shared));
                }
            }
        }

        private Name renamed(Name name, String text) {
            return new Name(
                    name.span(),
                    text,
                    Kind.PROJECT,
                    name.status(),
                    name.sureness(),
                    List.of("shared"));
        }

        /** Gives short members the ending of the last: 青罗 in "青罗、许禾高速". */
        private void shareEnding(int before) {
            Name last = names.getLast();
            Ending ending = known.ending(last.text(), 1, last.text().length());
            if (members.size() < 2 || ending == null || !known.is("shared", ending.word())) {
                return;
            }
            int modifier = last.text().length() - ending.word().length();
            for (Part member : members.subList(0, members.size() - 1)) {
                Lead own =
                        member.equals(members.getFirst())
                                ? lead(start, member.end(), "")
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
                        && !own.many()) {
                    names.add(
                            new Name(
                                    passage.span(own.end(), member.end()),
                                    words.endsWith("号") && ending.word().startsWith("号")
                                            ? words + ending.word().substring(1)
                                            : words + ending.word(),
                                    ending.kind(),
                                    status,
                                    0.7,
                                    List.of("shared")));
                }
            }
        }

        /** What stands before a later member: the verb of the list, and its count. */
        private Lead inList(Part member, Lead first) {
            Lead own = lead(member.start(), member.end(), first.verb());
            boolean many = own.many() || (first.many() && own.end() == member.start());
            return new Lead(own.end(), own.verb(), many, own.one());
        }

        /** What follows a list may name more: "A等企业落户B产业园". */
        private void afterList(Lead lead) {
            int from = etc + 1;
            Matcher headWord = known.heads().matcher(passage.words(from, end));
            if (headWord.find()) {
                from += headWord.end();
            }
            Lead next = lead(from, end, lead.verb());
            if (next.end() > from && next.end() < end) {
                int before = names.size();
                named(new Part(next.end(), end), next);
                names.subList(before, names.size())
                        .removeIf(name -> name.text().matches(".{1,3}(?:项目|工程)"));
            }
        }

        /** Where 等 closes a list; -1 if it does not. */
        private int etc() {
            for (int at = start + 2; at < end; at++) {
                int close = passage.closing(at, end);
                if (close > at) {
                    at = close;
                } else if (passage.at(at) == '等'
                        && "级候待离同于".indexOf(passage.at(at + 1)) < 0
                        && "平中高对同初一二三优上".indexOf(passage.at(at - 1)) < 0) {
                    return at;
                }
            }
            return -1;
        }

        private Head head() {
            String words;
            if (etc >= 0) {
                words = passage.words(etc + 1, end);
                if (FIELDS.matcher(words).find()) {
                    return Head.NONE;
                }
            } else if (members.size() > 1) {
                Part last = members.getLast();
                words = passage.words(last.start(), last.end());
                Matcher counted = Counts.in(words);
                if (counted.find()) {
                    words = words.substring(counted.end());
                } else if (PROJECTS.matcher(words).find()) {
                    return new Head("项目", Kind.PROJECT);
                } else {
                    return endsInEvent(last) ? new Head("", Kind.PROJECT) : Head.NONE;
                }
            } else {
                return Head.NONE;
            }
            Matcher found = known.heads().matcher(words);
            if (found.find() && found.start() <= 10) {
                return new Head(found.group(), known.headKind(found.group()));
            }
            return Head.NONE;
        }

        /** Whether a clause says of its subject that it settled, opened, began … */
        private boolean endsInEvent(Part last) {
            for (int at = last.start() + 2; at < last.end(); at++) {
                if (known.begins("event", passage.clean(), at, last.end()) > 0) {
                    return true;
                }
            }
            return false;
        }

        /** What the words around say of the status: the last that say any, from the end. */
        private Optional<Status> status() {
            Optional<Status> weak = Optional.empty();
            for (int at = end - 2; at >= start; at--) {
                int length = known.begins("verb", passage.clean(), at, end);
                Optional<Status> says =
                        length < 2
                                ? Optional.empty()
                                : known.status(passage.words(at, at + length));
                if (says.isPresent() && says.get() != Status.UNDER_WAY) {
                    return says;
                }
                weak = weak.isPresent() ? weak : says;
            }
            return weak;
        }

        /** Adds the names in a member that end like names. */
        private boolean named(Part part, Lead lead) {
            boolean any = false;
            int start = Math.min(lead.end(), part.end());
            Lead before = lead;
            int at = start;
            while (at < part.end()) {
                int close = passage.closing(at, part.end());
                if (close > at && any(part, before, at, close)) {
                    any = true;
                    before = lead(close + 1, part.end(), lead.verb());
                    start = before.end();
                    at = Math.max(start, close + 1);
                    continue;
                }
                at = close > at ? close + 1 : at + 1;
                Ending ending = known.ending(passage.clean(), start + 1, at);
                if (ending == null && at - start == 3) {
                    ending = known.ending(passage.clean(), start, at);
                }
                if (ending == null
                        || (ending.word().length() == 1
                                && known.is("compound", passage.words(at - 2, at)))) {
                    continue;
                }
                int extension = extension(at, part.end());
                if (extension == 0
                        && !boundary(at, part.end())
                        && !(isFirm(ending) && rarely(at, part.end()))) {
                    continue;
                }
                if (!ending.proper() && extension == 0 && endsAt(at, part.end())) {
                    continue;
                }
                if (companyEnds(at, part.end())) {
                    continue;
                }
                int stop = at + extension;
                Candidate candidate =
                        cut(new Candidate(before, at - ending.word().length(), stop, ending));
                Optional<Name> name = judge(candidate);
                if (name.isPresent()) {
                    names.add(name.get());
                    any = true;
                    before = lead(stop, part.end(), lead.verb());
                    start = before.end();
                    at = Math.max(start, stop);
                }
            }
            return any;
        }

        /** Whether the name of a company goes on from here: 投资管理有限公司 behind 禾泽基金. */
        private boolean companyEnds(int at, int end) {
            return COMPANY.matcher(passage.words(at, Math.min(end, at + 14))).lookingAt();
        }

        /** An ending of names alone that no longer name swallows: 水厂, 大桥. */
        private boolean isFirm(Ending ending) {
            return ending.proper() && ending.word().length() > 1 && ending.kind() == Kind.FACILITY;
        }

        /** Whether no ending follows so soon that the name may go on. */
        private boolean rarely(int at, int end) {
            for (int stop = at + 1; stop <= Math.min(end, at + 8); stop++) {
                if (known.ending(passage.clean(), Math.max(0, at - 4), stop) != null) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a longer name ends soon, with the part: 工程 in 国际工程设计总部. */
        private boolean endsAt(int at, int end) {
            return end > at && end - at <= 6 && known.ending(passage.clean(), at, end) != null;
        }

        /** A quotation that ends like a name and stands alone: “青禾技术中心”. */
        private boolean any(Part part, Lead lead, int open, int close) {
            if (passage.at(open) != '“' || !boundary(close + 1, part.end())) {
                return false;
            }
            Ending ending = known.ending(passage.clean(), open + 2, close);
            String inner = passage.words(open + 1, close);
            if (ending == null
                    || inner.length() < ending.word().length() + 2
                    || inner.indexOf('、') >= 0
                    || inner.indexOf('，') >= 0) {
                return false;
            }
            Lead own = new Lead(open + 1, lead.verb(), lead.many(), lead.one());
            Optional<Name> name =
                    judge(new Candidate(own, close - ending.word().length(), close, ending));
            name.ifPresent(names::add);
            return name.isPresent();
        }

        /**
         * The verb of programmes that a candidate stands behind, where a verb of its own name has
         * been passed over: 开展 in 开展规范涉企执法专项行动.
         */
        private Optional<Lead> led(Candidate candidate) {
            for (int at = Math.max(start, candidate.start() - 4); at < candidate.base(); at++) {
                int length = known.begins("programme", passage.clean(), at, candidate.base());
                int from = at + length;
                if (length > 0
                        && from - candidate.start() <= 0
                        && candidate.base() - from >= 4
                        && passage.words(from, candidate.stop()).matches("[\\p{IsHan}]{4,20}")
                        && passage.words(from, candidate.stop()).indexOf('的') < 0
                        && Counts.many(passage.words(from, candidate.base())) == 0
                        && Counts.one(passage.words(from, candidate.base())) == 0
                        && known.begins("adverb", passage.clean(), from, candidate.base()) == 0
                        && known.begins("time", passage.clean(), from, candidate.base()) == 0) {
                    return Optional.of(new Lead(from, passage.words(at, from), false, false));
                }
            }
            return Optional.empty();
        }

        /** Moves the start of a candidate behind 的, counts and verbs within it. */
        private Candidate cut(Candidate candidate) {
            Lead lead = candidate.lead();
            if (candidate.ending().kind() == Kind.PROGRAMME && candidate.ending().proper()) {
                Optional<Lead> led = led(candidate);
                if (led.isPresent()) {
                    return new Candidate(
                            led.get(), candidate.base(), candidate.stop(), candidate.ending());
                }
            }
            for (int at = lead.end(); at < candidate.base(); at++) {
                int close = passage.closing(at, candidate.base());
                if (close > at) {
                    at = close;
                    continue;
                }
                String rest = passage.words(at, Math.min(candidate.base(), at + 8));
                int length = passage.at(at) == '的' || follows(lead.end(), at, candidate) ? 1 : 0;
                length =
                        Math.max(
                                length, known.begins("cut", passage.clean(), at, candidate.base()));
                if (length == 1 && passage.at(at) == '至' && runsTo(candidate)) {
                    continue;
                }
                boolean session = candidate.ending().kind() == Kind.EVENT && passage.at(at) == '第';
                if (length == 0 && !session) {
                    length = Counts.many(rest) > 0 || Counts.one(rest) > 0 ? -1 : 0;
                }
                if (length == 0 || at + length >= candidate.base()) {
                    continue;
                }
                String verb = length > 1 ? passage.words(at, at + length) : lead.verb();
                Lead next = lead(at + Math.max(0, length), candidate.base(), verb);
                if (next.end() > at && next.end() < candidate.base()) {
                    lead = next;
                    at = next.end() - 1;
                }
            }
            return new Candidate(lead, candidate.base(), candidate.stop(), candidate.ending());
        }

        /** Whether 和 here joins a common noun to a name: 基础设施和青禾安置区二期. */
        private boolean follows(int from, int at, Candidate candidate) {
            return JOINS.matcher(passage.words(at, at + 2)).lookingAt()
                    && at >= from + 2
                    && (candidate.ending().kind() == Kind.FACILITY
                            || candidate.ending().kind() == Kind.PROJECT)
                    && known.isMadeOf("generic", passage.words(from, at));
        }

        private Optional<Name> judge(Candidate found) {
            Ending ending = found.ending();
            int start = found.start();
            String modifier = passage.words(start, found.base());
            String verb = found.lead().verb();
            if ((modifier.isBlank() && !known.is("whole", ending.word()))
                    || modifier.endsWith("之")
                    || found.stop() - start > LONGEST
                    || found.lead().many()
                    || (counted && !found.ending().proper())
                    || known.is("no", passage.words(start, found.stop()))) {
                return Optional.empty();
            }
            if ((ending.kind() != Kind.EVENT && endsInCount(modifier))
                    || PHRASE.matcher(modifier).find()) {
                return Optional.empty();
            }
            boolean quoted = modifier.indexOf('“') >= 0 || modifier.indexOf('《') >= 0;
            boolean latin = modifier.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
            int rare = known.rarePairs(passage.clean(), start, found.base());
            boolean own = OWN.matcher(modifier).lookingAt();
            boolean generic = !own && known.isMadeOf("generic", modifier);
            List<String> doubts = new ArrayList<>();
            if (ending.word().length() == 1) {
                boolean marked = known.rarePairs(passage.clean(), start, found.base() + 1) > 0;
                boolean row =
                        (listed && (head.kind() == Kind.FACILITY || head.kind() == Kind.PROJECT))
                                || amongRoads(ending);
                if ((!marked && !quoted && !latin && !row) || modifier.length() > 8) {
                    return Optional.empty();
                }
            }
            double score = ending.proper() ? 0.6 : 0;
            Kind kind = ending.kind();
            if (QUOTED.matcher(modifier).matches()
                    && ending.word().equals("工程")
                    && does("programme", verb)) {
                kind = Kind.PROGRAMME;
                score = 0.6;
            } else if (kind == Kind.PROGRAMME) {
                boolean led =
                        does("programme", verb)
                                || (verb.isEmpty()
                                        && start == this.start
                                        && RUNS.matcher(
                                                        passage.words(
                                                                found.stop(),
                                                                Math.min(end, found.stop() + 6)))
                                                .lookingAt());
                boolean named = ending.proper();
                boolean slogan = SLOGAN.matcher(modifier.replaceAll("[“”]", "")).matches();
                if (generic && modifier.length() <= 2 && ending.word().length() <= 4) {
                    return Optional.empty();
                }
                if (!(named
                        ? quoted
                                || (led && modifier.length() >= 3)
                                || (led && modifier.length() + ending.word().length() >= 6)
                        : quoted && led && !slogan)) {
                    return Optional.empty();
                }
                score = 0.3 + (named ? 0.3 : 0) + (led ? 0.3 : 0);
            }
            score += rare > 0 ? 0.4 + 0.1 * Math.min(3, rare) : 0;
            score += quoted || latin ? 0.3 : 0;
            score += modifier.length() >= 4 ? 0.2 : 0;
            score += modifier.length() >= 8 && !generic ? 0.3 : 0;
            score +=
                    ending.word().equals("工程")
                                    && ((modifier.length() >= 4 && does("carries", verb) && !listed)
                                            || quoted)
                            ? 0.3
                            : 0;
            if (verb.isEmpty()
                    && start == this.start
                    && known.begins("event", passage.clean(), found.stop(), end) > 0) {
                score += 0.4;
            }
            score += status.isPresent() && status.get() != Status.UNDER_WAY ? 0.2 : 0;
            score += head.kind() != null && listed ? 0.35 : 0;
            score += founds(verb) && ending.kind() != Kind.PROGRAMME ? 0.3 : 0;
            score += found.lead().one() ? 0.3 : 0;
            score += own ? 0.2 : 0;
            if (modifier.length() == 1 && !"县区市省新".contains(modifier)) {
                score -= 0.6;
            }
            if (generic) {
                score -=
                        ending.kind() == Kind.PROGRAMME
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
            score += found.stop() > found.base() + ending.word().length() ? 0.2 : 0;
            score += kind == Kind.EVENT && quoted ? 0.2 : 0;
            score +=
                    !ending.proper()
                                    && !generic
                                    && modifier.length() >= 4
                                    && BUILT.matcher(
                                                    passage.words(
                                                            found.stop(),
                                                            Math.min(end, found.stop() + 4)))
                                            .lookingAt()
                            ? 0.2
                            : 0;
            score += modifier.startsWith("国家") && modifier.length() >= 6 ? 0.15 : 0;
            if (does("title", verb)
                    && !(ending.proper() && rare > 0)
                    && !JOINS_PLAN
                            .matcher(passage.words(found.stop(), Math.min(end, found.stop() + 4)))
                            .lookingAt()) {
                score -=
                        verb.equals("创建")
                                        && ending.kind() == Kind.FACILITY
                                        && !known.is("titles", ending.word())
                                ? 0.1
                                : 0.7;
                doubts.add("title");
            }
            if (Counts.many(passage.words(found.stop(), Math.min(end, found.stop() + 8))) > 0
                    && (!listed || start < members.getLast().start())) {
                return Optional.empty();
            }
            double sureness = 1 / (1 + Math.exp(-4 * (score - 0.6)));
            Name name =
                    new Name(
                            passage.span(start, found.stop()),
                            passage.words(start, found.stop()),
                            kind,
                            status,
                            Math.max(sureness, ENOUGH),
                            List.copyOf(doubts));
            if (sureness < ENOUGH) {
                if (listed && score > 0.15 && ending.kind() != Kind.PROGRAMME) {
                    doubtful.add(name);
                }
                return Optional.empty();
            }
            return Optional.of(name);
        }

        /** Whether a name is of a road or a line, which may run from one place to another. */
        private boolean runsTo(Candidate candidate) {
            return known.is("shared", candidate.ending().word());
        }

        /** Whether a verb says that one thing came to be: 成立, 建成. */
        private boolean founds(String verb) {
            Optional<Status> says = known.status(verb);
            return says.isPresent()
                    && (says.get() == Status.COMPLETED || says.get() == Status.IN_OPERATION)
                    && !verb.equals("完成");
        }

        /** Whether a count of things stands last: 东山、西山3家. */
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

        /** A quotation that a verb of programmes introduces. */
        private boolean quoted(Part part, Lead lead) {
            boolean any = false;
            for (int at = part.start(); at < part.end(); at++) {
                int close = passage.closing(at, part.end());
                if (close > at && passage.at(at) == '《') {
                    any |= document(at, close, lead);
                    at = close;
                    continue;
                }
                if (close <= at || passage.at(at) != '“') {
                    continue;
                }
                String inner = passage.words(at + 1, close);
                Ending ending = known.ending(passage.clean(), at + 2, close);
                boolean work =
                        SCHEME.matcher(inner).find()
                                || SCHEME_FOLLOWS
                                        .matcher(
                                                passage.words(
                                                        close + 1, Math.min(part.end(), close + 9)))
                                        .matches();
                boolean programme = work || (ending != null && ending.kind() == Kind.PROGRAMME);
                boolean near = at == lead.end() || (work && describes(lead.end(), at));
                boolean led =
                        near
                                ? does("carries", lead.verb())
                                : programme && does("programme", lead.verb());
                boolean built = at == lead.end() && known.is("builds", lead.verb()) && !lead.many();
                int from = near ? lead.end() : at;
                if (begins(at, part) && happens(close + 1)) {
                    names.add(
                            new Name(
                                    passage.span(at, close + 1),
                                    passage.words(at, close + 1),
                                    Kind.ORGANISATION,
                                    status,
                                    0.6,
                                    List.of("quoted", "subject")));
                    any = true;
                    at = close;
                    continue;
                }
                boolean scheme =
                        SCHEME.matcher(inner).find()
                                && inner.length() >= 4
                                && !does("title", lead.verb());
                if ((led
                                || built
                                || scheme
                                || head.kind() == Kind.PROGRAMME
                                || head.kind() == Kind.EVENT)
                        && inner.length() >= 3
                        && inner.length() <= 14
                        && (programme || !SLOGAN.matcher(inner).matches())
                        && follows(close + 1, part.end())) {
                    names.add(
                            new Name(
                                    passage.span(from, close + 1),
                                    passage.words(from, close + 1),
                                    built ? Kind.FACILITY : Kind.PROGRAMME,
                                    status,
                                    programme ? 0.8 : 0.6,
                                    List.of("quoted")));
                    any = true;
                }
                at = close;
            }
            return any;
        }

        /** Whether a quotation is the subject of its clause. */
        private boolean begins(int at, Part part) {
            return at == start && at == part.start() && members.size() == 1;
        }

        /** Whether words say that something settled, opened, began …, and begin here. */
        private boolean happens(int at) {
            return at < end && known.begins("event", passage.clean(), at, end) > 1;
        }

        /** Whether a few words before a quotation say what it is of: 流域治理 in 流域治理“三大工程”. */
        private boolean describes(int from, int to) {
            String words = passage.words(from, to);
            return words.matches("[\\p{IsHan}]{2,10}")
                    && words.indexOf('的') < 0
                    && Counts.many(words) == 0
                    && Counts.one(words) == 0;
        }

        /** A plan or rule by its title, such as 《青禾湿地保护规划》. */
        private boolean document(int open, int close, Lead lead) {
            String title = passage.words(open + 1, close);
            if (!DOCUMENT.matcher(title).find() || does("title", lead.verb())) {
                return false;
            }
            names.add(
                    new Name(
                            passage.span(open, close + 1),
                            title,
                            Kind.PROGRAMME,
                            status,
                            0.6,
                            List.of("document")));
            return true;
        }

        /** Whether a quotation that ends here may name a programme. */
        private boolean follows(int at, int end) {
            return at >= end
                    || known.begins("afterQuote", passage.clean(), at, end) > 0
                    || Counts.many(passage.words(at, Math.min(end, at + 8))) > 0
                    || !Character.isLetterOrDigit(passage.at(at));
        }

        /**
         * A member of a list of projects or companies, or the subject of a clause, that has no
         * ending of names but holds a pair of characters that is rare in reports.
         */
        private void plain(Part part, Lead lead) {
            boolean subject = !listed && lead.end() == part.start();
            boolean member =
                    listed
                            && head.kind() != null
                            && head.kind() != Kind.PROGRAMME
                            && head.kind() != Kind.EVENT;
            if ((!member && !subject) || lead.many()) {
                return;
            }
            int from = Math.min(lead.end(), part.end());
            int stop = part.end();
            for (int at = from; at < stop; at++) {
                if (passage.at(at) == '的') {
                    from = at + 1;
                    continue;
                }
                int length = known.begins("cut", passage.clean(), at, stop);
                if (length > 1 && at + length < stop && at == from) {
                    from = lead(at, stop, "").end();
                } else if (at > from + 1
                        && (known.begins("event", passage.clean(), at, stop) > 0
                                || Counts.many(passage.words(at, Math.min(stop, at + 8))) > 0
                                || (member
                                        && known.begins("tail", passage.clean(), at, stop) > 1))) {
                    stop = at;
                }
            }
            boolean happens =
                    stop < part.end()
                            && known.begins("event", passage.clean(), stop, part.end()) > 0;
            if (subject && !happens) {
                return;
            }
            String words = passage.words(from, stop);
            if (words.length() < (subject ? 3 : 2)
                    || words.length() > (subject ? 8 : 12)
                    || words.indexOf('“') >= 0
                    || words.contains("项目")
                    || PHRASE.matcher(words).find()
                    || (subject && NO_SUBJECT.matcher(words).find())) {
                return;
            }
            int rare = known.rarePairs(passage.clean(), from, stop);
            boolean latin = words.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
            if ((rare == 0 && !latin)
                    || known.isMadeOf("generic", words)
                    || known.is("no", words)) {
                return;
            }
            names.add(
                    new Name(
                            passage.span(from, stop),
                            words,
                            member
                                    ? java.util.Objects.requireNonNull(head.kind())
                                    : Kind.ORGANISATION,
                            status,
                            0.55 + 0.1 * Math.min(3, rare),
                            List.of(member ? "listed" : "subject")));
        }
    }
}
