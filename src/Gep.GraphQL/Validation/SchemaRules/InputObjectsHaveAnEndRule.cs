using System.Runtime.CompilerServices;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// No input object needs itself through fields that are never null. Spec §3.10 "Circular References".
/// </summary>
internal sealed class InputObjectsHaveAnEndRule : SchemaRule
{
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<InputValue> _path = [];
    private readonly Dictionary<InputObjectType, int> _places = [];

    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is InputObjectType input) Search(context, input);
    }

    private void Search(SchemaContext context, InputObjectType type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_visited.Add(type)) return;
        _places[type] = _path.Count;
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { Inner: InputObjectType next }) continue;
            _path.Add(field);
            if (_places.TryGetValue(next, out int start))
            {
                var cycle = _path[start..];
                context.Report($"Cannot reference Input Object \"{next}\" within itself through a series of "
                    + $"non-null fields: \"{string.Join('.', cycle.Select(step => step.Name))}\".",
                    cycle.Select(step => step.Syntax));
            }
            else
            {
                Search(context, next);
            }
            _path.RemoveAt(_path.Count - 1);
        }
        _places.Remove(type);
    }
}
