package districtkg.names;

import districtkg.names.candidate.Candidate;
import districtkg.names.candidate.StartReader;
import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.LeadReader.Lead;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.names.words.NameWords.Ending;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of one clause. Not thread-safe. */
final class ClauseReader {
    private static final Pattern NO_SUBJECT =
            Pattern.compile("[已还均也仍在只并又就敢]|(?:[村镇乡县市区州]|街道|社区|率先|工作|产业|经济|院士|本科|专科|以上)$");

    /** A verb and its object, as a member of a list: 抢机遇、上项目. */
    private static final Pattern ACT =
            Pattern.compile("(?:抢|抓|促|稳|保|强|谋|破|补|上|堵塞|防范|洗城|拦河)\\p{IsHan}{2}");

    private static final Pattern COMPLETED =
            Pattern.compile("[\\p{IsHan}]{2,6}(?:完工|竣工|封顶|贯通|合龙|投用|投产|通车|启用)");

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;
    private final Clause clause;
    private final List<Name> names;
    private final NameScorer scorer;
    private final StartReader starts;
    private final QuotationReader quotations;
    private final SharedNames shared;
    private final CompanyReader companies;
    private final RoadReader roads;

    ClauseReader(
            NameWords known, Passage passage, LeadReader leads, Clause clause, List<Name> names) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        this.clause = clause;
        this.names = names;
        this.starts = new StartReader(known, passage, leads, clause);
        this.scorer = new NameScorer(known, passage, leads, clause);
        this.quotations = new QuotationReader(known, passage, leads, clause, names);
        this.shared = new SharedNames(known, passage, leads, clause, names);
        this.roads = new RoadReader(passage, clause, shared, names);
        this.companies = new CompanyReader(known, passage, leads, clause, shared, names);
    }

    void read() {
        Lead lead = leads.lead(clause.start(), clause.etc() < 0 ? clause.end() : clause.etc(), "");
        int before = names.size();
        for (Part member : clause.members()) {
            Lead own =
                    member.equals(clause.members().getFirst()) ? lead : shared.inList(member, lead);
            boolean found = named(member, own);
            found |= roads.numbered(member);
            found |= !found && quotations.quoted(member, own);
            if (!found) {
                plain(member, own);
            }
        }
        companies.read(lead);
        if (names.size() > before) {
            scorer.doubtful().stream()
                    .filter(name -> shared.isNew(name.span(), before))
                    .forEach(names::add);
            shared.shareWork(before);
            shared.shareEnding(before);
            shared.addSiblings(lead, before);
            shared.addKinds(lead, before);
        }
        shared.addSites(lead, before);
        shared.addMeasures(lead, before);
        if (clause.etc() >= 0) {
            afterList(lead);
        }
    }

    /** Reads the names in the words after a list: "A等企业落户B产业园". */
    private void afterList(Lead lead) {
        int from = clause.etc() + 1;
        Matcher headWord = known.heads().matcher(passage.words(from, clause.end()));
        if (headWord.find()) {
            from += headWord.end();
        }
        Lead next = leads.lead(from, clause.end(), lead.verb());
        if (next.end() > from && next.end() < clause.end()) {
            int before = names.size();
            named(new Part(next.end(), clause.end()), next);
            names.subList(before, names.size())
                    .removeIf(name -> name.text().matches(".{1,3}(?:项目|工程)"));
        }
    }

    /** Adds the names in a member that have an ending of names. */
    private boolean named(Part part, Lead lead) {
        boolean any = false;
        int start = Math.min(lead.end(), part.end());
        Lead before = lead;
        int at = start;
        while (at < part.end()) {
            int close = passage.closing(at, part.end());
            if (close > at && any(part, before, at, close)) {
                any = true;
                before = leads.lead(close + 1, part.end(), lead.verb());
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
            int extension = leads.extension(at, part.end());
            if (extension == 0
                    && !leads.boundary(at, part.end())
                    && !(isFirm(ending) && rarely(at, part.end()))
                    && !completes(ending, at, part)) {
                continue;
            }
            if (clause.links(at, part.end()) || goesOn(ending, start, at, part)) {
                continue;
            }
            if ((!ending.proper() || ending.word().endsWith("工程"))
                    && extension == 0
                    && endsAt(at, part.end())) {
                continue;
            }
            if (companies.goOn(at, part.end())) {
                continue;
            }
            int stop = at + extension;
            Candidate candidate =
                    starts.cut(new Candidate(before, at - ending.word().length(), stop, ending));
            Optional<Name> name = scorer.judge(candidate);
            if (name.isPresent()) {
                names.add(name.get());
                any = true;
                before = leads.lead(stop, part.end(), lead.verb());
                start = before.end();
                at = Math.max(start, stop);
            }
        }
        return any;
    }

    /** Whether a longer ending holds this one: 环境整治 in 环境整治提升. */
    private boolean goesOn(Ending ending, int start, int at, Part part) {
        for (int stop = at + 4; stop <= Math.min(part.end(), at + 6); stop++) {
            if (known.ending(passage.words(at, stop)) != null && leads.boundary(stop, part.end())) {
                return true;
            }
        }
        for (int stop = at + 2; stop <= Math.min(part.end(), at + 4); stop++) {
            Ending longer = known.ending(passage.clean(), stop > at + 2 ? at : start + 1, stop);
            if (ending.kind() == Kind.PROGRAMME
                    && longer != null
                    && longer.kind() == Kind.PROGRAMME
                    && (longer.word().length() > 2 || stop > at + 2)
                    && leads.boundary(stop, part.end())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an ending closes a name even if a longer name could follow: 水厂, 大桥. */
    private boolean isFirm(Ending ending) {
        return ending.proper() && ending.word().length() > 1 && ending.kind() == Kind.FACILITY;
    }

    /** Whether a part of the thing named here is completed: 堤防主体完工 behind 青禾河防洪工程. */
    private boolean completes(Ending ending, int at, Part part) {
        return ending.proper()
                && ending.word().length() > 1
                && (ending.kind() == Kind.PROJECT || ending.kind() == Kind.FACILITY)
                && part.start() == clause.start()
                && COMPLETED.matcher(passage.words(at, part.end())).matches();
    }

    /** Whether no other ending follows within a few characters. */
    private boolean rarely(int at, int end) {
        if (passage.words(at, Math.min(end, at + 2)).equals("示范")
                || (passage.at(at - 1) == '城' && passage.at(at) == '区')) {
            return false;
        }
        for (int stop = at + 1; stop <= Math.min(end, at + 8); stop++) {
            if (known.ending(passage.clean(), Math.max(0, at - 4), stop) != null) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a longer name ends within a few characters, together with the part: 工程 in 国际工程设计总部.
     */
    private boolean endsAt(int at, int end) {
        return end > at
                && end - at <= 6
                && known.begins("event", passage.clean(), at, end) < 2
                && known.ending(passage.clean(), at, end) != null;
    }

    /** Adds a quotation that has an ending of names and is followed by a boundary: “青禾技术中心”. */
    private boolean any(Part part, Lead lead, int open, int close) {
        if (passage.at(open) != '“' || !leads.boundary(close + 1, part.end())) {
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
                scorer.judge(new Candidate(own, close - ending.word().length(), close, ending));
        name.ifPresent(names::add);
        return name.isPresent();
    }

    /** Whether a verb stands within words: 巩固 in 青禾山巩固. */
    private boolean acts(int from, int end) {
        for (int at = from; at < end; at++) {
            if (known.begins("verb", passage.clean(), at, end) > 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a member of a list of projects or companies, or the subject of a clause, that has no
     * ending of names but contains a pair of characters that is rare in reports.
     */
    private void plain(Part part, Lead lead) {
        boolean subject = !clause.isListed() && lead.end() == part.start();
        boolean member =
                clause.isListed()
                        && clause.head().kind() != null
                        && clause.head().kind() != Kind.PROGRAMME
                        && clause.head().kind() != Kind.EVENT;
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
                from = leads.lead(at, stop, "").end();
            } else if (at > from + 1
                    && (known.begins("event", passage.clean(), at, stop) > 0
                            || Counts.many(passage.words(at, Math.min(stop, at + 8))) > 0
                            || (member && known.begins("tail", passage.clean(), at, stop) > 1))) {
                stop = at;
            }
        }
        boolean happens =
                stop < part.end() && known.begins("event", passage.clean(), stop, part.end()) > 0;
        if (subject && !happens) {
            return;
        }
        String words = passage.words(from, stop);
        if (words.length() < (subject || clause.head().word().isEmpty() ? 3 : 2)
                || words.length() > (subject ? 8 : 12)
                || words.indexOf('“') >= 0
                || words.contains("项目")
                || NotNames.isPhrase(words)
                || ACT.matcher(words).matches()
                || (subject && (NO_SUBJECT.matcher(words).find() || acts(from + 2, stop)))) {
            return;
        }
        int rare = known.rarePairs(passage.clean(), from, stop);
        boolean latin = words.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        if ((rare == 0 && !latin) || known.isMadeOf("generic", words) || known.is("no", words)) {
            return;
        }
        names.add(
                new Name(
                        passage.span(from, stop),
                        words,
                        member ? Objects.requireNonNull(clause.head().kind()) : Kind.ORGANISATION,
                        clause.status(),
                        0.55 + 0.1 * Math.min(3, rare),
                        List.of(member ? "listed" : "subject")));
    }
}
