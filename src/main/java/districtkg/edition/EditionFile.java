package districtkg.edition;

import districtkg.dataset.DatasetSnapshot;
import districtkg.dataset.UnusableSnapshotException;
import districtkg.ontology.OntologyFiles;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.question.Questions.Question;
import districtkg.source.DeclaredPrefixes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Editions in files of their own: validated and derived data with everything that pages need, so
 * that neither ontology nor data are read.
 */
public final class EditionFile {
    private EditionFile() {}

    /**
     * Writes an edition; the file appears whole or not at all.
     *
     * @throws Problem if it cannot be written
     */
    public static void write(Edition edition, Path file) {
        snapshot(edition).write(file);
    }

    /** The edition as it is written. */
    static DatasetSnapshot snapshot(Edition edition) {
        Map<String, String> queries = new LinkedHashMap<>();
        edition.questions().forEach(question -> queries.put(question.name(), question.text()));
        return new DatasetSnapshot(
                edition.version(), queries, edition.ontologyFiles().texts(), edition.data());
    }

    /**
     * Reads an edition.
     *
     * @throws Problem if the file does not exist, is no snapshot, has another format or is damaged
     */
    public static Edition read(Path file) {
        try {
            DatasetSnapshot read = DatasetSnapshot.read(file);
            List<Question> questions =
                    read.queries().entrySet().stream().map(EditionFile::question).toList();
            return new Edition(
                    read.data(),
                    DeclaredPrefixes.declaredIn(read.data().getDefaultGraph()),
                    questions,
                    new OntologyFiles(read.ontologyFiles()),
                    read.version());
        } catch (UnusableSnapshotException unusable) {
            throw new Problem(unusable.fault(file));
        } catch (NoSuchFileException missing) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "no-such-file",
                            "there is no file of this name",
                            "name one that exists, or write it with  snapshot FILE"));
        } catch (IOException refused) {
            throw new Problem(TextFile.unreadable(file, refused));
        }
    }

    /** A question that is in no file of its own. */
    private static Question question(Map.Entry<String, String> query) {
        return new Question(
                query.getKey(),
                Path.of(query.getKey() + ".rq"),
                query.getValue(),
                Path.of(query.getKey() + ".csv"));
    }
}
