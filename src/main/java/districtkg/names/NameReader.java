package districtkg.names;

import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.NameWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the names of one passage, clause by clause. */
final class NameReader {
    private final NameWords known;
    private final Passage passage;

    NameReader(NameWords known, Passage passage) {
        this.known = known;
        this.passage = passage;
    }

    /** The names, in the order of the text. */
    List<Name> names() {
        LeadReader leads = new LeadReader(known, passage);
        List<Name> names = new ArrayList<>();
        for (Part part : passage.clauses()) {
            Clause clause = new Clause(known, passage, leads, part);
            new ClauseReader(known, passage, leads, clause, names).read();
        }
        names.sort(Comparator.comparing(name -> name.span().start()));
        return List.copyOf(names);
    }
}
