using Gep.GraphQL.Types;

namespace Gep.GraphQL.Tests.Types;

/// <summary>Schemas that break a rule of the type system are refused before they serve anything.</summary>
public sealed class SchemaBuilderTests
{
    [Theory]
    [InlineData("type Query { a(b: Int! @deprecated): Int }",
        "Required argument Query.a(b:) cannot be deprecated.")]
    [InlineData("type Query implements A { a: Int @deprecated } interface A { a: Int }",
        "Interface field A.a is not deprecated, so implementation field Query.a must not be deprecated.")]
    [InlineData("directive @d(a: Int @d) on ARGUMENT_DEFINITION type Query { a: Int }",
        "Directive \"@d\" cannot reference itself.")]
    [InlineData(
        "directive @d(a: I) on INPUT_FIELD_DEFINITION input I { a: J } input J { b: Int @d } "
            + "type Query { a: Int }",
        "Directive \"@d\" cannot reference itself.")]
    [InlineData("type Other { a: Int }", "Query root type must be provided.")]
    public void FromSdl_BrokenRule_IsRefused(string sdl, string message)
    {
        var refused = Assert.Throws<SchemaException>(() => SchemaBuilder.FromSdl(sdl));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void FromSdl_SeveralBreaches_AreAllNamed()
    {
        var refused = Assert.Throws<SchemaException>(
            () => SchemaBuilder.FromSdl("type Query { __a: Int b(c: Query): Int }"));

        Assert.Equal(2, refused.Errors.Count);
    }

    [Fact]
    public void Build_ClassWithoutFields_IsRefused() =>
        Assert.Equal("Type Nothing must define one or more fields.", Refusal<RootOfNothing>());

    [Fact]
    public void Build_EnumWithForeignName_IsRefused() =>
        Assert.Contains("\"TALL-TREE\" is no name", Refusal<RootOfNames>(), StringComparison.Ordinal);

    [Fact]
    public void Build_FieldWiderThanItsInterface_IsRefused() => Assert.Contains(
        "Interface field Named.name expects type String! but Wide.name is type String.",
        Refusal<RootOfWide>(), StringComparison.Ordinal);

    private static string Refusal<T>() => Assert.Throws<SchemaException>(
        () => new SchemaBuilder().AddQueryType<T>().Build()).Message;

    private sealed class RootOfNothing
    {
        public Nothing? Find() => null;
    }

    private sealed class Nothing;

    private sealed class RootOfNames
    {
        public Tree Find() => Tree.Tall;
    }

    private enum Tree
    {
        [GraphQLName("TALL-TREE")]
        Tall,
    }

    private sealed class RootOfWide
    {
        public Wide? Find() => null;

        public INamed? Named() => null;
    }

    [InterfaceType]
    private interface INamed
    {
        string Name { get; }
    }

    private sealed class Wide : INamed
    {
        public string? Name => null;

        string INamed.Name => "";
    }
}
