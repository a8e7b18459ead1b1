using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation;

/// <summary>One rule during one walk through one document. Spec §5.</summary>
internal abstract class Rule
{
    protected ValidationContext Context { get; private set; } = null!;

    public void Begin(ValidationContext context)
    {
        Context = context;
        Start();
    }

    /// <summary>Before the first node.</summary>
    protected virtual void Start()
    {
    }

    /// <summary>False where this rule has no interest in what lies below, nor in leaving.</summary>
    public virtual bool Enter(Node node) => true;

    public virtual void Leave(Node node)
    {
    }
}
