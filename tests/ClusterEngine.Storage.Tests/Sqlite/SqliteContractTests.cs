using ClusterEngine.Storage.Tests.Contracts;

namespace ClusterEngine.Storage.Tests.Sqlite;

public sealed class SqliteProfileStoreTests() : ProfileStoreContract(new SqliteSource());

public sealed class SqliteVectorStoreTests() : VectorStoreContract(new SqliteSource());

public sealed class SqliteImportStoreTests() : ImportStoreContract(new SqliteSource());

public sealed class SqliteRunStoreTests() : RunStoreContract(new SqliteSource());

public sealed class SqliteVerdictStoreTests() : VerdictStoreContract(new SqliteSource());

public sealed class SqliteReportStoreTests() : ReportStoreContract(new SqliteSource());

public sealed class SqliteSchemaStoreTests() : SchemaStoreContract(new SqliteSource());
