namespace ClusterEngine.Core.Facets;

/// <summary>What kind of thing is needed or offered.</summary>
public enum Category
{
    /// <summary>Instruments and machines.</summary>
    Equipment,

    /// <summary>Work done for others.</summary>
    Service,

    /// <summary>Knowledge and people who have it.</summary>
    Expertise,

    /// <summary>Rooms, labs and premises.</summary>
    Space,

    /// <summary>Data sets and registers.</summary>
    Data,

    /// <summary>Patients, samples and clinical settings.</summary>
    ClinicalAccess,

    /// <summary>Money.</summary>
    Funding,

    /// <summary>Contacts and meeting places.</summary>
    Network,
}

/// <summary>Who may read a facet.</summary>
public enum Visibility
{
    /// <summary>Coordinators only.</summary>
    Coordinator,

    /// <summary>Coordinators and those whom it is matched with.</summary>
    Matched,

    /// <summary>Everyone.</summary>
    Public,
}

/// <summary>What kind of relation a need seeks.</summary>
public enum Relation
{
    /// <summary>To buy.</summary>
    Purchase,

    /// <summary>To work together.</summary>
    Collaboration,

    /// <summary>To run a study.</summary>
    Study,

    /// <summary>To apply for money together.</summary>
    JointApplication,

    /// <summary>To move in.</summary>
    Premises,
}

/// <summary>How the size of a capacity window is stated.</summary>
public enum CapacityKind
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>Just "some": counts as two expected approvals.</summary>
    Some,

    /// <summary>"Ask": counts as one expected approval.</summary>
    Ask,
}

/// <summary>What a capacity's amount counts.</summary>
public enum CapacityUnit
{
    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Samples.</summary>
    Samples,

    /// <summary>Places.</summary>
    Places,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Rooms.</summary>
    Rooms,
}

/// <summary>Which side of a match a text is on.</summary>
public enum FacetSide
{
    /// <summary>A need, or a search: embedded as a query.</summary>
    Need,

    /// <summary>An offer, or a description: embedded as a passage.</summary>
    Offer,
}
