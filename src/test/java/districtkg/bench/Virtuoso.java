package districtkg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Virtuoso 7, with a store that its own loader makes in some seconds. Its programs {@code
 * virtuoso-t} and {@code isql-vt} must be installed.
 */
final class Virtuoso {
    private static final String GRAPH = "urn:all";

    /**
     * Room for four GB of pages, more than fifty million triples fill; no limit that a query meets.
     */
    private static final String SETTINGS =
            """
            [Database]
            DatabaseFile = FOLDER/v.db
            ErrorLogFile = FOLDER/v.log
            TransactionFile = FOLDER/v.trx
            LockFile = FOLDER/v.lck
            xa_persistent_file = FOLDER/v.pxa
            [TempDatabase]
            DatabaseFile = FOLDER/t.db
            TransactionFile = FOLDER/t.trx
            [Parameters]
            ServerPort = 127.0.0.1:SQL_PORT
            ServerThreads = 200
            DisableUnixSocket = 1
            CaseMode = 2
            CheckpointInterval = 0
            DirsAllowed = TRIPLES
            NumberOfBuffers = 500000
            MaxDirtyBuffers = 375000
            [HTTPServer]
            ServerPort = 127.0.0.1:HTTP_PORT
            ServerRoot = FOLDER
            ServerThreads = 150
            MaxKeepAlives = 150
            KeepAliveTimeout = 600
            [SPARQL]
            ResultSetMaxRows = 10000000
            """;

    private Virtuoso() {}

    /**
     * Starts it and loads it.
     *
     * @param triples packed N-Triples
     * @param log what it tells
     */
    static BenchmarkEngine start(Path triples, Path log) throws IOException, InterruptedException {
        Path data = triples.toAbsolutePath().getParent();
        Path folder = Files.createTempDirectory(data, "virtuoso");
        int port = BenchmarkEngine.free();
        int sql = BenchmarkEngine.free();
        Path settings =
                Files.writeString(
                        folder.resolve("virtuoso.ini"),
                        SETTINGS.replace("FOLDER", folder.toString())
                                .replace("TRIPLES", data.toString())
                                .replace("SQL_PORT", Integer.toString(sql))
                                .replace("HTTP_PORT", Integer.toString(port)));
        BenchmarkEngine engine =
                BenchmarkEngine.at(
                        port,
                        "virtuoso",
                        List.of("virtuoso-t", "+foreground", "+configfile", settings.toString()),
                        "/sparql?default-graph-uri=" + GRAPH,
                        log);
        BenchmarkEngine.run(
                folder.resolve("load.log"),
                "isql-vt",
                "127.0.0.1:" + sql,
                "dba",
                "dba",
                "EXEC=ld_dir('%s','%s','%s'); rdf_loader_run(); checkpoint;"
                        .formatted(data, triples.getFileName(), GRAPH));
        return engine;
    }
}
