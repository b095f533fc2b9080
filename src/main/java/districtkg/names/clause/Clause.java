package districtkg.names.clause;

import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.names.words.NameWords.Ending;
import districtkg.names.words.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The structure of one clause: the members of its list, the noun that closes the list, and the
 * status that its words state.
 */
public final class Clause {
    private static final Pattern OTHERS = Pattern.compile("重[要点]|主要|其他|其它|周边|各");

    private static final Pattern LINK =
            Pattern.compile("[\\p{IsHan}]{2,10}?(?:连接路|连接线|连接道路|联络线|连通工程)");

    /** Words behind a list of companies that stand for others. */
    private static final Pattern LED_BY = Pattern.compile("^为(?:代表|龙头|引领|骨干)");

    /** The work on a thing, or the direction in which a road is extended: 东延 in 北三环路东延. */
    private static final Pattern WORK =
            Pattern.compile("(?:[东西南北]延(?:段|线)?|改造提升|提升改造|改扩建|扩建|改造|提升|迁建|新建|整治)$");

    private static final Pattern PROJECTS = Pattern.compile("项目(?!的)");

    /** Words that show that members of a list are fields, not things: 领域 in 动漫、电竞等领域企业. */
    private static final Pattern FIELDS =
            Pattern.compile(
                    "^(?:领域|行业(?!龙头|领军|头部|骨干)|方面|传统市场|新兴市场|海外市场|国际市场|国家|地区|产业(?!项目|园|基地|带|集群|社区|链[^，]{0,6}(?:企业|项目))|环节|问题|类|方式|渠道)");

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;

    private final int start;
    private final int end;
    private final int etc;
    private final List<Part> members;
    private final Head head;
    private final Optional<Status> status;
    private final boolean listed;
    private final boolean counted;

    /** The noun that closes a list: 项目 in "A、B等3个项目". */
    public record Head(String word, @Nullable Kind kind) {
        /** No closing noun. */
        public static final Head NONE = new Head("", null);
    }

    /** Reads the structure of a part of a passage. */
    public Clause(NameWords known, Passage passage, LeadReader leads, Part part) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        start = part.start();
        end = part.end();
        etc = findEtc();
        members = joined(passage.members(start, etc < 0 ? end : etc));
        listed = etc >= 0 || members.size() > 1;
        counted = findCounted();
        head = findHead();
        status = findStatus();
    }

    /** Where the clause begins in the passage. */
    public int start() {
        return start;
    }

    /** Where the clause ends in the passage; exclusive. */
    public int end() {
        return end;
    }

    /** Position of the 等 that closes the list; -1 if there is none. */
    public int etc() {
        return etc;
    }

    /** The members of the list, or the whole clause as its only member. */
    public List<Part> members() {
        return members;
    }

    /** The noun that closes the list; {@link Head#NONE} if there is none. */
    public Head head() {
        return head;
    }

    /** The status that the clause states of its things, if any. */
    public Optional<Status> status() {
        return status;
    }

    /** Whether the clause lists several members. */
    public boolean isListed() {
        return listed;
    }

    /** Whether the members are counted together and are more than are listed. */
    public boolean isCounted() {
        return counted;
    }

    /** Whether a 和, 及 or 与 that joins two names begins the words. */
    public static boolean joins(CharSequence words) {
        return !words.isEmpty()
                && "和及与".indexOf(words.charAt(0)) >= 0
                && (words.length() == 1 || "谐平时".indexOf(words.charAt(1)) < 0);
    }

    /** Divides a member at a 和 that joins two names: "A路和B路建设", "A、B和C". */
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

    /** Position of a 和 that joins two names in a member; -1 if there is none. */
    private int join(Part member, boolean loose) {
        int from = leads.lead(member.start(), member.end(), "").end();
        for (int at = from + 2; at < Math.min(member.end() - 2, from + 16); at++) {
            int close = passage.closing(at, member.end());
            if (close > at) {
                at = close;
                continue;
            }
            String next = passage.words(at, at + 2);
            int length = joins(next) ? 1 : next.equals("以及") ? 2 : 0;
            if (length > 0
                    && !links(at, member.end())
                    && ends(from, at)
                    && (loose || mayEnd(at + length, member.end()))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a 与 or 至 here joins the ends of one road or canal: 许禾路与泽河路连接线. */
    public boolean links(int at, int end) {
        return at < end
                && (passage.at(at) == '与' || passage.at(at) == '至')
                && LINK.matcher(passage.words(at + 1, Math.min(end, at + 20))).lookingAt();
    }

    /** Whether the words before a position end like a name, and are not only a common noun. */
    private boolean ends(int from, int at) {
        Matcher extended = WORK.matcher(passage.words(from, at));
        int stop = extended.find() ? from + extended.start() : at;
        Ending ending = known.ending(passage.clean(), from + 1, stop);
        return ending != null
                && (ending.word().length() > 1 || known.is("shared", ending.word()))
                && !known.is("no", passage.words(from, at))
                && !known.isMadeOf("generic", passage.words(from, stop - ending.word().length()));
    }

    /** Whether a name that starts here ends within a few characters, before a boundary. */
    private boolean mayEnd(int from, int end) {
        if (OTHERS.matcher(passage.words(from, Math.min(end, from + 2))).lookingAt()) {
            return true;
        }
        for (int at = from + 3; at <= Math.min(end, from + 16); at++) {
            if (leads.boundary(at, end) && ends(from, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number after the last member counts things instead of the members. */
    private boolean findCounted() {
        if (etc >= 0 || members.size() < 2) {
            return false;
        }
        Part last = members.getLast();
        Matcher count = Counts.in(passage.words(last.start(), last.end()));
        return count.find() && count.start() > 1 && !Counts.says(count.group(), members.size());
    }

    /** Position of the 等 that closes a list; -1 if there is none. */
    private int findEtc() {
        for (int at = start + 2; at < end; at++) {
            int close = passage.closing(at, end);
            if (close > at) {
                at = close;
            } else if (passage.at(at) == '等'
                    && "级候待离同于".indexOf(passage.at(at + 1)) < 0
                    && "平中高对同初一二三优上甲乙丙".indexOf(passage.at(at - 1)) < 0) {
                return at;
            }
        }
        return -1;
    }

    private Head findHead() {
        String words;
        if (etc >= 0) {
            words = passage.words(etc + 1, end);
            if (FIELDS.matcher(words).find()) {
                return Head.NONE;
            }
            if (LED_BY.matcher(words).find()) {
                return new Head("", Kind.ORGANISATION);
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

    /** Whether a clause states an event of its subject, such as an opening. */
    private boolean endsInEvent(Part last) {
        for (int at = last.start() + 2; at < last.end(); at++) {
            if (known.begins("event", passage.clean(), at, last.end()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The status stated by the last verb that states one; empty if there is none. */
    private Optional<Status> findStatus() {
        Optional<Status> weak = Optional.empty();
        for (int at = end - 2; at >= start; at--) {
            int length = known.begins("verb", passage.clean(), at, end);
            Optional<Status> says =
                    length < 2 ? Optional.empty() : known.status(passage.words(at, at + length));
            if (says.isPresent() && says.get() != Status.UNDER_WAY) {
                return says;
            }
            weak = weak.isPresent() ? weak : says;
        }
        return weak;
    }
}
