package districtkg.cli;

import districtkg.edition.Edition;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.query.BadQuery;
import districtkg.query.QueryReader;
import districtkg.query.advice.Advice;
import districtkg.query.advice.QueryAdvice;
import districtkg.query.result.ResultPrinter;
import districtkg.question.Questions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code query}: runs a query without a server. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description =
                "Runs a SPARQL query: its text, a file, or the name of an example question. Known prefixes may be omitted.",
        footer = {
            "",
            "Examples:",
            "  query gdp-growth",
            "  query --format csv 'SELECT ?name ?value { ?t a :Target ; :nameEn ?name ; :value ?value }'",
            "  query my-question.rq",
            "",
            "Exit codes: 0 answered, 1 the query or the data has faults, 2 usage error."
        })
public final class QueryCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "TABLE")
    private ResultPrinter.Format format = ResultPrinter.Format.TABLE;

    @Parameters(
            paramLabel = "QUERY",
            description = "query text, file, or name of a question in ontology/questions")
    private String words = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Edition edition = files.served(spec.commandLine().getErr());
        List<Questions.Question> questions = edition.questions();
        String text = text(questions);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            var query = new QueryReader(edition.prefixes()).read(text);
            DatasetGraph data = edition.data();
            List<Advice> advice = new QueryAdvice(data.getDefaultGraph()).on(query);
            QueryAdvice.refuse(advice);
            if (!advice.isEmpty()) {
                spec.commandLine().getErr().println("advice: " + Advice.header(advice));
            }
            ResultPrinter.print(query, data, format, answer);
        } catch (BadQuery wrong) {
            throw new Problem(fault(wrong, questions));
        }
        spec.commandLine().getOut().print(answer.toString(StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String text(List<Questions.Question> questions) {
        for (Questions.Question question : questions) {
            if (question.name().equals(words)) {
                return question.text();
            }
        }
        return words.endsWith(".rq") ? TextFile.read(Path.of(words)) : words;
    }

    private static Fault fault(BadQuery wrong, List<Questions.Question> questions) {
        String place =
                wrong.line() > 0
                        ? "line " + wrong.line() + ", column " + wrong.column() + ": "
                        : "";
        String names = String.join(", ", questions.stream().map(Questions.Question::name).toList());
        String fix =
                wrong.expected().isEmpty()
                        ? "correct the query, or name a question: " + names
                        : "there it could go on with: " + String.join("  ", wrong.expected());
        return Fault.of("bad-query", place + wrong.what(), fix);
    }
}
